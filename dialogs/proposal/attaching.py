"""Files that answer a question: taken, put in the place of earlier ones, or refused with what is wrong and what to do.

Of a file only what Telegram needs to send it again is kept. What cannot be taken changes nothing that came before.
"""

from dialogs.case.where_it_belongs import are_asked_about
from dialogs.conversation import own_proposals
from dialogs.conversation.effects import Effect
from dialogs.conversation.events import Said, Unreadable
from dialogs.conversation.question import Question, in_hand
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Heard, Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.proposal import answering
from dialogs.proposal.question import items_so_far, offers_of
from dialogs.records.attachment import Attachment
from dialogs.records.proposal import Answer
from dialogs.records.value import Json
from knowledge.answers import Remark, Unclear, show, shown_lines
from knowledge.answers.kinds.attached.file_types import DOCUMENT, ending_of, fitting_ending, type_of
from knowledge.answers.kinds.attached.files import Sent, files_in, taken
from knowledge.answers.result import Reading
from knowledge.papers.file_names import attached_name

PLACE = "proposal.ask"
LONGEST_CAPTION = 120
"""In characters: so much of what stands under a file is kept beside its name, one line of a paper."""


def came(turn: Turn) -> Outcome | None:
    """Take the file of an event as an answer to the question in hand; None if there is none, or it takes no files."""
    question = _asked(turn) if _attachment(turn) is not None else None
    if question is None:
        return None
    turn = turn.at(heard=_of_album(turn, question))
    reading = _read(turn, question)
    if isinstance(reading, Unclear):
        return turn.ask(_refused(turn, question, reading), offers_of(turn, question))
    kept, saved = _kept(turn, question, reading.value)
    line = _saved(turn, question, reading.value, reading.remarks)
    return also(answering.settled(kept, question, reading.value, line), saved)


def of_the_album(turn: Turn) -> Outcome | None:
    """Take another file of an album at the question that took the first; None for all others. The buttons stay."""
    heard, event = turn.session.heard, turn.event
    if heard is None or heard.place != PLACE or not isinstance(event, Said | Unreadable) or not event.album:
        return None
    question = _asked(turn.at(place=PLACE, asking=heard.asking)) if heard.album == event.album else None
    if question is None or event.attachment is None:
        return None
    reading = _read(turn, question)
    if question.field.limits[1] == 1 and files_in(items_so_far(question)):
        reading = Unclear("file.many", {"name": event.attachment.name, "most": "1"})
    if isinstance(reading, Unclear):
        return Outcome(turn.session, (Reply(_refused(turn, question, reading)),))
    _, saved = _kept(turn, question, reading.value)
    line = _saved(turn, question, reading.value, reading.remarks)
    return Outcome(turn.session, (Reply(line),), (saved,))


def _asked(turn: Turn) -> Question | None:
    """The question in hand if it takes files."""
    stands_there = turn.session.place == PLACE and not are_asked_about(turn.session)
    question = in_hand(turn) if stands_there else None
    return question if question is not None and question.kind.takes_files else None


def _attachment(turn: Turn) -> Attachment | None:
    return turn.event.attachment if isinstance(turn.event, Said | Unreadable) else None


def _of_album(turn: Turn, question: Question) -> Heard | None:
    """What is remembered for the rest of an album. No words that follow belong to those under a file."""
    album = turn.event.album if isinstance(turn.event, Said | Unreadable) else ""
    return Heard(0, place=PLACE, asking=question.field.id, album=album) if album else None


def _read(turn: Turn, question: Question) -> Reading:
    file = _attachment(turn)
    caption = turn.event.text if isinstance(turn.event, Said) else ""
    sent = _sent(file or Attachment("", ""), " ".join(caption.split()))
    return taken(question.field, sent, items_so_far(question), turn.language, turn.home.country)


def _sent(file: Attachment, caption: str) -> Sent:
    """A file under the name that it has everywhere; a picture, which has none, is called by what stands under it."""
    found = type_of(file.kind, file.name, file.media)
    called = file.name or (caption if file.kind != DOCUMENT else "")
    ending = fitting_ending(found, file.kind, file.name, file.media) if found else ending_of(file.name)
    name = attached_name(called, ending)
    beside = "" if called == caption else caption[:LONGEST_CAPTION]
    return Sent(file.kind, file.file_id, file.unique, name, file.size, file.media, file.is_empty, beside)


def _kept(turn: Turn, question: Question, value: list[Json]) -> tuple[Turn, Effect]:
    """The turn with the files in the draft. Words that could not be taken before stay beside them."""
    older = question.answer
    beside = "" if older is None else older.said if older.state == "unclear" else older.unfitting
    said = show(question.field, value, turn.language, turn.home)
    if older is not None and older.state == "given" and len(value) > len(items_so_far(question)):
        said = f"{older.said}\n{_line(turn, question, value, -1)}"
    return own_proposals.keep(
        turn, question.proposal, question.field.id, Answer("given", said, value, unfitting=beside)
    )


def _line(turn: Turn, question: Question, value: list[Json], place: int) -> str:
    return shown_lines(question.field, value, turn.language, turn.home)[place]


def _saved(turn: Turn, question: Question, value: list[Json], remarks: tuple[Remark, ...]) -> str:
    file, files = _attachment(turn), files_in(value)
    place = next(number for number, item in enumerate(files) if file and item["file_id"] == file.file_id)
    return turn.say(
        "proposal.file_saved",
        file=_line(turn, question, files, place),
        renamed=bool(file and file.name) and files[place]["name"] != (file.name if file else ""),
        remarks=[turn.say(f"answers.{item.code}", **item.values) for item in remarks],
        count=len(files),
        most=question.field.limits[1],
    )


def _refused(turn: Turn, question: Question, reading: Unclear) -> str:
    message = turn.say(f"answers.{reading.code}", **reading.values)
    return turn.say("proposal.file_refused", message=message, kept=bool(items_so_far(question)))

"""The outline of a pitch as two files to print and to bring, PDF and DOCX: at which time each part ends, and the head.

What was true when it was asked for stands in it; a time that moves later is told in the chat.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from dialogs import texts
from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import SendPitch
from dialogs.conversation.turn import Turn
from dialogs.deadlines.calls.news import languages_of
from dialogs.pitch.outline import parts
from dialogs.records.letters.pitch_page import PitchPage, PitchPagePart
from dialogs.records.proposal import Proposal
from knowledge.answers.formats import language_name, locale_of
from knowledge.language import Language
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Round
from knowledge.papers.file_names import file_stem
from knowledge.papers.paper import told_name
from knowledge.reminders.slot import slot_of

COLUMNS = ("part", "minutes", "ends")
"""What is told of each part at a glance, from left to right."""
HEAD = ("when", "where", "who", "language", "needs", "sum")
"""What stands first, a line each."""
ROOM = "_" * 54
"""A line to write on, as long in signs as a line of the page holds."""
LINES = 3
"""Lines to write on where a part says nothing yet: some twenty words by hand, a minute's notes."""
MOST = 600
"""How much of an answer of the draft stands at a part, in characters: what is said in five minutes."""


def files(turn: Turn, proposal: Proposal) -> SendPitch:
    """Return what sends both files into the chat; `turn` is at a proposal that may be pitched."""
    receipt = statements.of_files(turn, once=f"pitch:{proposal.id}:{turn.now.isoformat()}")
    return SendPitch(made(turn, proposal), turn.session.chat, receipt)


def made(turn: Turn, proposal: Proposal) -> PitchPage:
    """Return the page of a proposal as it stands now, in the language of the chat."""
    title, pack = own_proposals.title(turn, proposal), turn.pack_of(proposal)
    return PitchPage(
        name=file_stem(title, turn.plain("pitch.print_file")),
        language=turn.language.value,
        region=pack.country if turn.language is not Language.EN else "GB",
        dated=turn.now.astimezone(pack.zone).date().isoformat(),
        title=title,
        association=told_name(pack, own_proposals.as_it_stands(pack, proposal).answers, turn.language),
        head=_head(turn, proposal),
        parts=_parts(turn, proposal),
    )


def layout(page: PitchPage) -> dict[str, Any]:
    """Return all words of the page in the order in which they stand, in the shape of `bot/documents/outline/`."""
    language = Language(page.language)
    at_a_glance = {
        **_entry(),
        "columns": [texts.plain(language, f"pitch.print_{column}") for column in COLUMNS],
        "rows": [[part.name, part.minutes, part.ends] for part in page.parts],
    }
    return {
        "language": page.language,
        "region": page.region,
        "kind": texts.plain(language, "pitch.print_kind"),
        "mark": texts.plain(language, "pitch.print_mark"),
        "title": page.title,
        "association": page.association if page.association != page.title else "",
        "about": texts.plain(language, "pitch.sheet_made", today=date.fromisoformat(page.dated)),
        "notice": list(page.head),
        "footer": " · ".join(filter(None, dict.fromkeys((page.association, page.title)))),
        "chapters": [
            {"heading": texts.plain(language, "pitch.print_times"), "gaps": [], "entries": [at_a_glance]},
            *(_chapter(number, part) for number, part in enumerate(page.parts, 1)),
        ],
    }


def _chapter(number: int, part: PitchPagePart) -> dict[str, Any]:
    told = {**_entry(), "lead": part.line, "lines": [part.words] if part.words else ["", *[ROOM] * LINES]}
    return {"heading": f"{number} {part.name}", "gaps": [], "entries": [told]}


def _entry() -> Mapping[str, Any]:
    """An entry of a chapter with nothing in it."""
    none = dict.fromkeys(("label", "question", "lead", "note"), "")
    return {**none, "lines": [], "columns": [], "rows": [], "totals": [], "money": False}


def _head(turn: Turn, proposal: Proposal) -> tuple[str, ...]:
    """When and where, who speaks in which language with which equipment, and how long the parts are together."""
    pack, around = turn.pack_of(proposal), parts.pitches_in(turn, proposal)
    begins, sum_ = _begins(around, proposal), parts.together(parts.parts_of(turn, proposal))
    most = parts.most_minutes(turn, proposal)
    told = {
        "at": begins or (around.pitch if around else None),
        "own": begins is not None,
        "clock_place": turn.words(pack.place_time),
        "pitch_place": around.place if around else "",
        "languages": languages_of(turn, around) if around else [],
        "sum": parts.figure(sum_),
        "most": most,
        "over": parts.figure(sum_ - most) if sum_ > most else "",
        **_answered(turn, proposal),
    }
    return tuple(turn.plain(f"pitch.print_head_{name}", **told) for name in HEAD)


def _parts(turn: Turn, proposal: Proposal) -> tuple[PitchPagePart, ...]:
    begins, listed = _begins(parts.pitches_in(turn, proposal), proposal), parts.parts_of(turn, proposal)
    made = []
    for part, since in zip(listed, parts.begins(listed), strict=True):
        until = since + part.minutes
        told = {
            "since": parts.figure(since),
            "until": parts.figure(until),
            "after": until,
            "at": begins + timedelta(minutes=until) if begins else None,
        }
        ends, line = (turn.plain(f"pitch.print_{name}", **told) for name in ("end", "line"))
        words = parts.said_in(turn, proposal, part, MOST)
        made.append(PitchPagePart(parts.label(turn, part), parts.figure(part.minutes), ends, line, words))
    return tuple(made)


def _begins(around: Round | None, proposal: Proposal) -> datetime | None:
    """When the proposal's own time begins, None while it has none: nobody knows then when a part ends."""
    slot = slot_of(around.slots, proposal.id) if around else None
    return slot.at if slot else None


def _answered(turn: Turn, proposal: Proposal) -> Mapping[str, str]:
    """What the association has answered about its pitch: who speaks, in which language, and what is needed.

    What could not be read stands as it was typed, as who speaks.
    """
    pack = turn.pack_of(proposal)
    answer = own_proposals.answer_that_means(pack, proposal, Meaning.PITCH)
    if answer is None or answer.state != "given":
        return {"who": " ".join(answer.said.split()) if answer else "", "spoken": "", "needs": ""}
    spoken = answer.value["language"]
    named = language_name(spoken, locale_of(turn.language, pack.country)) if spoken else ""
    return {"who": answer.value["who"], "spoken": named, "needs": answer.value["needs"]}

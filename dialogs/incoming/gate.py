"""The gate: words are looked at here before any dialog sees them, whoever wrote them and wherever.

Somebody's own distress is met with help lines. What points at one person, opens an account or gives a shelter away is
shown, and other words are asked for. Nothing of it is kept or passed on, and the person stays where they were, with all
that was kept before. Of a text that was stopped only a fingerprint is remembered: who sends the very same again says
that it is about no single person.
"""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import blake2b

from dialogs.conversation.effects import AddMessage
from dialogs.conversation.events import (
    Chose,
    Commanded,
    Edited,
    Event,
    MailTold,
    ReminderDue,
    Returned,
    Said,
    Unreadable,
)
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.turn import LANGUAGES, Turn, Words, before
from dialogs.conversation.typed import chosen
from dialogs.incoming import formatted
from dialogs.incoming.typed_anywhere import way_back
from dialogs.records.attachment import Attachment
from knowledge.answers import Understood, kind_of, read
from knowledge.guard import guard
from knowledge.guard.guard import Finding
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.normalising import visible

TAIL = 60
"""In characters: so much of what came before is read with what follows, longer than a number or a name and its word."""
FEW_WORDS = 4
"""In words: so few below the help lines may be the end of the distress above them; more are a message of their own."""
LATELY = timedelta(minutes=2)
"""How long words that were passed on are read together with those that follow them."""
FINGERPRINT_BYTES = 8
"""The length of a text's fingerprint: it is only held against the next text of the same chat."""
SAID = {guard.CARD: "gate.secret", guard.LOGIN: "gate.secret", guard.SHELTER: "gate.shelter"}


def cleaned(event: Event) -> Event:
    """Return what happened with its words as every reader is to see them."""
    match event:
        case Said(text=text, attachment=attachment, formatted=runs, quoted=quoted):
            words, quote, runs = visible(text), visible(quoted), formatted.cleaned(runs)
            return event.but(text=words, attachment=_renamed(attachment), formatted=runs, quoted=quote)
        case Edited(text=text, formatted=runs, attachment=attachment):
            return event.but(text=visible(text), formatted=formatted.cleaned(runs), attachment=_renamed(attachment))
        case Commanded(argument=argument):
            return event.but(argument=visible(argument))
        case Unreadable(attachment=attachment):
            return event.but(attachment=_renamed(attachment))
        case Chose() | ReminderDue() | MailTold() | Returned():
            return event


def stopped(turn: Turn) -> Outcome | None:
    """Say what must be said instead of going on with the words of an event; None if they may go on."""
    for text in _texts(turn.event):
        if chosen(text, (*turn.session.offers, *turn.session.pushed)):
            continue  # the words of a button are our own
        if language := _distress(turn, text):
            return help_lines(turn, language)
        if _is_rest_of_distress(turn, text):
            return help_lines(turn)
        if found := _not_to_keep(turn, text):
            return turn.ask(_seen(turn, found), _ways_on(turn), stopped=_remembered(turn, text, found))
    return _in_the_name_of_a_file(turn)


def at_desk(turn: Turn, outcome: Outcome) -> Outcome:
    """Stop what would be kept of an official's words if it points at one person; other talk is left alone.

    In an answer, or a question to an office, only a personal number is stopped: the preview warns of the rest, and the
    navigator decides. An official may have to repeat words of distress, so there is but a line on what to do in danger.
    """
    noted = any(isinstance(one, AddMessage) for one in outcome.effects)
    written, before_it = outcome.session, turn.session
    if not noted and _under_way(written) == _under_way(before_it):
        return outcome
    for text in (*_texts(turn.event), *_names(turn.event)):
        found = [one for one in _not_to_keep(turn, text) if noted or one.kind == guard.PERSONAL_NUMBER]
        if found:
            return turn.tell(_seen(turn, found), stopped=_remembered(turn, text, found))
        if turn.world.in_distress(text, None):
            return before(turn.say("gate.danger"), outcome)
    return outcome


def _under_way(session: Session) -> tuple[object, ...]:
    """What an official is writing that others will get."""
    return session.drafts, session.desk.inquiries, session.desk.deciding


def help_lines(turn: Turn, language: Language | None = None) -> Outcome:
    """Give the help lines, the way back to where the person was, and a person. What was written is not kept.

    They come in the language that was written, whichever the chat has.
    """
    own, turn = turn.session.language, turn.at(language=language.value if language else turn.session.language)
    groups = [
        (pack.country, [(turn.words(line.name), line.number, turn.words(line.hours)) for line in pack.help_lines])
        for pack in _countries(turn)
    ]
    offers = (turn.offer("gate.stay", "stay"), turn.offer("common.person", "person"))
    return turn.ask(turn.say("gate.distress", groups=groups), offers, language=own)


def is_below_help_lines(session: Session) -> bool:
    """Tell whether the help lines came last, so that the person chooses among their buttons, also by number."""
    return any(offer.action.verb == "stay" for offer in session.offers)


def _countries(turn: Turn) -> tuple[Pack, ...]:
    """The packs whose lines are given: the municipality's own, or one of each country while it is not known."""
    if turn.pack is not None:
        return (turn.pack,)
    each = {pack.country: pack for pack in reversed(list(turn.world.packs.values()))}
    own = "FI" if turn.language is Language.FI else "SE"
    return tuple(sorted(each.values(), key=lambda pack: pack.country != own))


def _distress(turn: Turn, text: str) -> Language | None:
    """The language of somebody's own distress, if words hold it, alone or as the end of what they continue."""
    known = LANGUAGES.get(turn.session.language)
    begun = _begun(turn)
    meant = turn.meaning is Words.NEED and turn.event.sender.private
    return turn.world.in_distress(text, known, meant=meant) or (
        turn.world.in_plain_distress(f"{begun} {text}") if begun else None
    )


def _is_rest_of_distress(turn: Turn, text: str) -> bool:
    """Tell whether a few words below the help lines would go to the desk: they may well be the end of those above."""
    to_the_desk = turn.meaning is Words.RELAY or turn.session.place == "case"
    below = is_below_help_lines(turn.session)
    few = len(text.split()) <= FEW_WORDS and not way_back(text, turn.session.offers)
    return isinstance(turn.event, Said) and to_the_desk and below and few


def _not_to_keep(turn: Turn, text: str) -> list[Finding]:
    """What must not be kept of a text, alone or across the seam to the words that it continues."""
    begun, about = _begun(turn), _matter(turn)
    found = list(guard.seen(text, about))
    if begun and not found:
        found = [one for one in guard.seen(f"{begun} {text}") if one.start < len(begun) < one.end]
    if not found or _is_own_number(turn, text) or _believed(turn, text, found):
        return []
    return found


def _begun(turn: Turn) -> str:
    """The end of what words may go on with: the need, what waits to be told where it belongs, what a case has."""
    if not turn.event.sender.private:
        return ""
    if turn.meaning is Words.NEED:
        return turn.session.need.text[-TAIL:]
    waiting = " ".join(item.text for item in turn.session.strays)
    return f"{_passed_on_lately(turn)} {waiting}".strip()[-TAIL:]


def _passed_on_lately(turn: Turn) -> str:
    """What the association sent to its cases just now. It is out, but what follows may make it another thing."""
    sent = [item for case in turn.snapshot.cases for item in case.messages if item.author == "association"]
    lately = [item for item in sent if timedelta() <= turn.now - item.at <= LATELY]
    return " ".join(item.text for item in sorted(lately, key=lambda item: item.at))


def _matter(turn: Turn) -> str:
    """What the person wrote before on the same matter. The address of the association itself is no shelter's."""
    field = turn.home.fields_by_id.get(turn.session.asking)
    if field is not None and kind_of(field).is_own_place and turn.session.place == "proposal.ask":
        return ""
    case, proposal = turn.snapshot.case, turn.proposal
    answers = [answer.said for answer in proposal.answers.values()] if proposal else []
    lines = [text for _, text in case.lines] if case else []
    return "\n".join((turn.session.need.text, *answers, *lines))


def _is_own_number(turn: Turn, text: str) -> bool:
    """Tell whether a text is the number that the question in hand asks for, and nothing else."""
    field = turn.home.fields_by_id.get(turn.session.asking) if turn.session.place == "proposal.ask" else None
    written = kind_of(field).own_number if field is not None else None
    if field is None or written is None or not written.fullmatch(text.strip()):
        return False
    reading = read(field, text, turn.language, pack=turn.home, known={}, year=turn.local.year)
    return isinstance(reading, Understood)


def _believed(turn: Turn, text: str, found: list[Finding]) -> bool:
    """Tell whether the same text was stopped before for words alone: then no single person is meant."""
    return _of_words_alone(found) and turn.session.stopped == _fingerprint(turn, text)


def _of_words_alone(found: list[Finding]) -> bool:
    return {one.kind for one in found} <= guard.MAY_BE_NOBODY


def _remembered(turn: Turn, text: str, found: list[Finding]) -> str:
    """The fingerprint of a stopped text. Of a number there is none: all numbers could be tried."""
    return _fingerprint(turn, text) if _of_words_alone(found) else turn.session.stopped


def _fingerprint(turn: Turn, text: str) -> str:
    words, salt = " ".join(text.split()).encode(), str(turn.session.chat).encode()[-blake2b.SALT_SIZE :]
    return blake2b(words, digest_size=FINGERPRINT_BYTES, salt=salt).hexdigest()


def _seen(turn: Turn, found: list[Finding], *, of_file: bool = False) -> str:
    """Show what was seen and ask for other words."""
    key = "gate.file" if of_file else SAID.get(found[0].kind, "")
    if key in SAID.values():
        return turn.say(key)
    return turn.say(key or "gate.person", seen=found[0].words, again=_of_words_alone(found))


def _in_the_name_of_a_file(turn: Turn) -> Outcome | None:
    for name in _names(turn.event):
        if language := turn.world.in_distress(name, None):
            return help_lines(turn, language)
        if found := _not_to_keep(turn, name):
            return turn.ask(_seen(turn, found, of_file=True), _ways_on(turn), stopped=_remembered(turn, name, found))
    return None


def _ways_on(turn: Turn) -> tuple[Offer, ...]:
    """The buttons of the question in hand, with the person among them."""
    person = turn.offer("common.person", "person")
    return turn.session.offers if person in turn.session.offers else (*turn.session.offers, person)


def _texts(event: Event) -> Iterator[str]:
    match event:
        case Said(text=text) | Edited(text=text) | Commanded(argument=text):
            yield text


def _names(event: Event) -> Iterator[str]:
    """The name of a file as words, without its ending, where people put other signs for spaces."""
    attachment = event.attachment if isinstance(event, Said | Unreadable | Edited) else None
    if attachment is not None and attachment.name:
        stem, dot, ending = attachment.name.rpartition(".")
        name = stem if dot and len(ending) <= 5 else attachment.name
        yield name
        if (spaced := name.replace("_", " ").replace("-", " ").replace(".", " ")) != name:
            yield spaced


def _renamed(attachment: Attachment | None) -> Attachment | None:
    return attachment.but(name=visible(attachment.name)) if attachment else None

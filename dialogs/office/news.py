"""What the desk hears of an office under the card of a case, with what can be done next; words stay as they were."""

from dialogs import texts
from dialogs.cards import what_follows
from dialogs.cards.card import offer
from dialogs.cards.languages import desk_language
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.turn import Turn
from dialogs.office.question import name_of
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from dialogs.records.case_changes import refusal
from dialogs.records.case_states import OPEN, CaseAct
from dialogs.records.offices.inquiry import OfficeVerdict
from knowledge.language import Language
from knowledge.municipality.pack import Pack


def of_an_answer(
    turn: Turn, case: Case, number: int, verdict: OfficeVerdict, text: str, file: Attachment | None
) -> Reply:
    """Return what an office has answered. `case` is the case with the answer in it."""
    inquiry = case.inquiries[number]
    values = {"name": turn.event.sender.name, "text": text, "late": inquiry.returned_at is not None}
    ways = _ways_on(turn, case, inquiry.office, verdict)
    return _told(turn, case, f"inquiry.news_{verdict}", inquiry.office, ways, values).but(attachment=file)


def of_a_change(turn: Turn, case: Case, name: str, text: str) -> Reply:
    """Return that somebody of an office has changed words that reached the desk. `name` is who, as the desk knows."""
    pack = turn.world.packs[case.municipality]
    line = texts.say(desk_language(turn, pack), "inquiry.news_changed", name=name, reference=case.reference, text=text)
    return Reply(line, chat=what_follows.desk_chat(turn, case), about=case.reference, under_card=True)


def of_silence(turn: Turn, case: Case, number: int) -> Reply:
    """Return that an office has not answered by its day, and that its question is back at the desk."""
    office = case.inquiries[number].office
    return _told(turn, case, "inquiry.news_silent", office, _ways_on(turn, case, office), {})


def _told(turn: Turn, case: Case, key: str, office: str, ways: tuple[Offer, ...], values: dict[str, object]) -> Reply:
    pack = turn.world.packs[case.municipality]
    language = desk_language(turn, pack)
    line = texts.say(language, key, reference=case.reference, office=name_of(pack, office, language), **values)
    return Reply(line, ways, chat=what_follows.desk_chat(turn, case), about=case.reference, under_card=True)


def _ways_on(turn: Turn, case: Case, office: str, verdict: OfficeVerdict | None = None) -> tuple[Offer, ...]:
    """What the desk can do next: give the case to an office that takes it, answer one that asks, ask another.

    `verdict` None is an office that was silent.
    """
    if case.state not in OPEN:
        return ()
    pack = turn.world.packs[case.municipality]
    language = desk_language(turn, pack)
    answer = offer(language, "desk.answer", "desk.answer", case)
    match verdict:
        case OfficeVerdict.TAKEN:
            return (*_move_there(case, office, pack, language), answer)
        case OfficeVerdict.ASKED_BACK:
            return (_to_office("inquiry.answer_office", case, office, language), answer)
        case OfficeVerdict.DECLINED:
            return (offer(language, "desk.ask", "desk.ask", case), answer)
        case OfficeVerdict.OPINION | OfficeVerdict.RELEASED:
            return (answer,)
        case None:
            return (_to_office("inquiry.ask_again", case, office, language), answer)


def _to_office(key: str, case: Case, office: str, language: Language) -> Offer:
    return Offer(texts.plain(language, key), Action("desk.ask_office", f"{case.reference} {office}"))


def _move_there(case: Case, office: str, pack: Pack, language: Language) -> tuple[Offer, ...]:
    """The one press that gives a case to an office, with a reason that is asked for then."""
    if case.need.offices == (office,) or pack.known_office(office) is None or refusal(case, CaseAct.MOVE) is not None:
        return ()
    label = texts.plain(language, "inquiry.move_there", office=name_of(pack, office, language))
    return (Offer(label, Action("desk.to", f"{case.reference} {office}")),)

"""The card of a case in the staff group: everything that decides what to do next, in the language of the group.

One message that is edited when the case changes. It shows what the association saw before it sent, and what has
happened since; the rest of it lies behind "show everything".
"""

from collections.abc import Collection
from datetime import datetime

from dialogs import texts
from dialogs.cards.case_at_hand import is_told_there
from dialogs.cards.languages import chat_language, desk_language
from dialogs.cards.standing_in import of_desk, of_owner
from dialogs.conversation import statements
from dialogs.conversation.replies import Action, Offer, Reply, TopicWords
from dialogs.conversation.turn import LANGUAGES, Turn
from dialogs.deadlines.office_ladder import until
from dialogs.finding.corrections import is_back
from dialogs.records.case import Case, DecisionKind
from dialogs.records.case_changes import waits_for
from dialogs.records.case_states import OPEN, TABLE, CaseAct, Move, WaitsFor
from dialogs.records.offices.inquiries import answered, is_asked, waited_for
from dialogs.records.offices.inquiry import Inquiry
from knowledge.agreement.checklist import has_stage_2
from knowledge.language import Language, words
from knowledge.municipality.pack import Pack

LONGEST_NEED = 600
"""In characters: a card stays on one screen of a phone; the whole need is one press away."""
SHOWN = 3
"""How many topics have the words beside them that led there, as many as the association was shown."""


def form_name(pack: Pack, code: str, language: Language) -> str:
    """The name of the form of cooperation that was advised, none if none was or the pack does not explain it."""
    return next((words(item.name, language) for item in pack.forms if item.form == code), "")


def who_asks(case: Case) -> str:
    """The association's name; cases of the first release have it among their lines alone."""
    labels = texts.in_all("idea.line_name")
    return case.who or next((text for label, text in case.lines if label in labels), "")


def card(turn: Turn, case: Case, chat: int, language: Language | None = None) -> Reply:
    """The card of a case as it now stands; posted once, edited ever after. All read it, in the group's language."""
    language = language or desk_language(turn, turn.world.packs[case.municipality])
    offers, topic = _offers(turn, case, language), _topic_words(case, language)
    return Reply(_text(turn, case, language), offers, chat=chat, about=case.reference, card=True, topic=topic)


def copy(turn: Turn, case: Case) -> Reply:
    """What the card now says, once more under it, in the language of who asks."""
    now = card(turn, case, turn.event.sender.chat, turn.language)
    return Reply(now.text, now.offers, about=case.reference, under_card=is_told_there(turn, case))


def offer(language: Language, key: str, verb: str, case: Case) -> Offer:
    """A button about a case that anybody at the desk may press."""
    return Offer(texts.plain(language, key), Action(verb, case.reference))


def _topic_words(case: Case, language: Language) -> TopicWords:
    """What the topic of a case is called, in a group that has topics."""
    state = texts.plain(language, f"desk.state_{case.state}")
    title = texts.plain(language, "desk.topic", reference=case.reference, state=state)
    return TopicWords(title, texts.say(language, "desk.topic_moved", reference=case.reference, title=case.title))


def unreachable_since(pack: Pack, case: Case) -> datetime | None:
    """Return since when an association has shut Lots out, on the municipality's clock; None of one that erased."""
    since = case.unreachable_since if case.chat else None
    return since.astimezone(pack.zone) if since else None


def next_step(case: Case) -> str:
    """What the desk has to do, as the last part of a text's key; empty when nothing is left to do."""
    if case.state not in OPEN:
        return ""
    if not case.chat:
        return "gone"
    whom = waits_for(case)
    if whom is not WaitsFor.US:
        return "wait" if case.waits_for is None else f"wait_{whom}"
    return "answer" if case.owner else "claim"


def about_waiting(pack: Pack, case: Case, language: Language) -> str:
    """Whom a case waits for and since when, for the desk; empty where that follows from its state, or from questions
    to offices that have lines of their own. Plain text.
    """
    if not statements.others(case) or (is_asked(case) and case.waits_for is WaitsFor.OFFICE):
        return ""
    whom = texts.plain(language, f"rhythm.waits_{statements.others(case)}")
    since = case.waits_since.astimezone(pack.zone) if case.waits_since else None
    return texts.plain(language, "rhythm.since", whom=whom, since=since)


def _away(turn: Turn, case: Case, language: Language) -> str:
    """Who stands in: for an owner who is away, and while nobody has a case for whoever else is."""
    return of_owner(turn, case, language) if case.owner else of_desk(turn, case.municipality, language)


def _put_off(turn: Turn, case: Case, language: Language) -> str:
    day = statements.put_off_until(turn, case)
    return texts.plain(language, "rhythm.put_off", day=day) if day else ""


def _text(turn: Turn, case: Case, language: Language) -> str:
    pack = turn.world.packs[case.municipality]
    step = next_step(case)
    return texts.say(
        language,
        "desk.card",
        reference=case.reference,
        title=case.title,
        state=texts.plain(language, f"desk.state_{case.state}"),
        owner=case.owner_name,
        who=who_asks(case),
        writer=case.writer,
        need=_shortened(case.need.text),
        message=_other_words(case),
        topics=_topics(pack, case, language),
        offices=_names(pack, case.need.offices, language),
        moved_from=_names(pack, () if is_back(case) else case.came_to, language),
        form=form_name(pack, case.form, language),
        deadline=_deadline(pack, case),
        documents=_documents(pack, case, language),
        waits=[_asked(pack, inquiry, language) for inquiry in waited_for(case)],
        heard=[_asked(pack, inquiry, language) for inquiry in answered(case)],
        written=case.written_at.astimezone(pack.zone) if case.written_at and step else None,
        away=_away(turn, case, language) if step else "",
        unreachable=unreachable_since(pack, case),
        waiting=about_waiting(pack, case, language),
        put_off=_put_off(turn, case, language),
        decision_by=statements.decided_by(case),
        step=texts.plain(language, f"desk.step_{step}") if step else "",
        answer_by=statements.waited_for(case) if case.chat else None,
        late=statements.is_late(turn, case),
        chat_language=texts.plain(language, f"desk.language_{chat_language(turn, case)}"),
        closing=case.closing,
        stage_2=case.agreement is not None,
        changed=case.amendments[-1].at.astimezone(pack.zone) if case.amendments else None,
        changes=len(case.amendments[-1].changes) if case.amendments else 0,
        wanted=[words(field.label, language) for field in pack.fields if field.id in case.reopened],
        **_decided(case, language),
    )


def _decided(case: Case, language: Language) -> dict[str, str]:
    """How a case ended and which other way was shown, while it has not come back."""
    told = case.decision if case.state not in OPEN else None
    kind = texts.plain(language, f"decisions.kind_{told.kind}") if told and told.kind != DecisionKind.OTHER else ""
    return {"decision": kind, "way": told.way_words if told else ""}


def _names(pack: Pack, offices: Collection[str], language: Language) -> list[str]:
    """The names of offices, in the order of the pack."""
    return [words(office.name, language) for office in pack.offices if office.id in offices]


def _asked(pack: Pack, inquiry: Inquiry, language: Language) -> dict[str, object]:
    """An office that was asked: until when it is waited for, and what it has said."""
    office = pack.known_office(inquiry.office)
    said = texts.plain(language, f"inquiry.verdict_{inquiry.verdict}") if inquiry.verdict else ""
    name = words(office.name, language) if office else inquiry.office
    return {"office": name, "due": until(inquiry.due, pack), "verdict": said}


def _topics(pack: Pack, case: Case, language: Language) -> list[tuple[str, tuple[str, ...]]]:
    """The challenges with the words that led to each; what is not in the catalogue stays in own words."""
    topics = pack.catalogue.topics
    because = {match.topic: match.because for match in case.need.matches[:SHOWN]}
    known = [
        (words(topics[name].short, language), because.get(name, ())) for name in case.need.topics if name in topics
    ]
    return [*known, *((name, ()) for name in case.own_topics)]


def _deadline(pack: Pack, case: Case) -> object:
    around = pack.round(case.round)
    return around.deadline.astimezone(pack.zone) if around else None


def _documents(pack: Pack, case: Case, language: Language) -> str:
    """Whether the two documents of a proposal were made, and sent as far as the association has said."""
    if not case.proposal:
        return ""
    if case.sent_at is not None:
        return texts.plain(language, "desk.documents_sent", sent=case.sent_at.astimezone(pack.zone))
    return texts.plain(language, "desk.documents_made" if case.documents else "desk.documents_none")


def _other_words(case: Case) -> str:
    """A message to a person that is no need: shown on the card so that nobody must open the case to see it."""
    if case.need.text:
        return ""
    named = {who_asks(case), case.writer}
    return _shortened(next((text for _, text in case.lines if text not in named), ""))


def _shortened(text: str) -> str:
    """As much of a text as a card has room for, cut after a word, with a mark that it goes on."""
    if len(text) <= LONGEST_NEED:
        return text
    whole_words = " ".join(text[: LONGEST_NEED + 1].split(" ")[:-1])
    return texts.cut(text, len(whole_words) or LONGEST_NEED)


def _offers(turn: Turn, case: Case, language: Language) -> tuple[Offer, ...]:
    """What may be done with the case, in the card's language; its owner may ask for the card in another."""
    own = (CaseAct.RELEASE, CaseAct.TAKE_OVER) if case.owner else (CaseAct.CLAIM,)
    theirs = LANGUAGES.get(case.owner_language, language)
    mine = () if theirs is language else (offer(theirs, "desk.mine", "desk.mine", case),)
    move = (CaseAct.MOVE,) if len(turn.world.packs[case.municipality].offices) > 1 else ()
    wait = CaseAct.RESUME if statements.others(case) else CaseAct.WAIT
    listed = (*own, CaseAct.ANSWER, CaseAct.SHOW, CaseAct.ASK, wait, CaseAct.SNOOZE, *move, CaseAct.CLOSE)
    acts = (act for act in listed if _leads_on(case, act))
    offers = (offer(language, f"desk.{act}", f"desk.{act}", case) for act in acts)
    return (*offers, *_of_the_proposal(case, language), *_stage_2(turn, case, language), *mine)


def _of_the_proposal(case: Case, language: Language) -> tuple[Offer, ...]:
    """The buttons that open questions of the proposal again, and that show what was changed in it."""
    again = (offer(language, "desk.reopen", "desk.reopen", case),) if case.proposal and case.chat else ()
    changed = (offer(language, "desk.changes", "desk.changes", case),) if case.amendments else ()
    return (*(again if _leads_on(case, CaseAct.ANSWER) else ()), *changed)


def _stage_2(turn: Turn, case: Case, language: Language) -> tuple[Offer, ...]:
    """The button that opens stage 2 of a case that was chosen, and leads to it from then on."""
    chosen = case.decision is not None and case.decision.kind is DecisionKind.CHOSEN
    follows = case.agreement is not None or (chosen and has_stage_2(turn.world.packs[case.municipality]))
    return (offer(language, "desk.agree", "desk.agree", case),) if follows and _leads_on(case, CaseAct.AGREE) else ()


def _leads_on(case: Case, act: CaseAct) -> bool:
    """Whether the table knows an act where the case stands. Who may do it is said when it is pressed."""
    return isinstance(TABLE[act].moves[case.state], Move)

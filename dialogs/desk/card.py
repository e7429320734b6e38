"""The card of a case in the staff group: everything that decides what to do next, in the language of the desk.

One message that is edited when the case changes. It shows what the association saw before it sent, and what has
happened since; the rest of it lies behind "show everything".
"""

from dialogs import texts
from dialogs.conversation import statements
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.turn import LANGUAGES, Turn
from dialogs.records.case import Case
from dialogs.records.case_states import ANSWERED, OPEN, TABLE, CaseAct, Move
from knowledge.language import Language, words
from knowledge.municipality.pack import Pack

LONGEST_NEED = 600
"""In characters: a card stays on one screen of a phone; the whole need is one press away."""
SHOWN = 3
"""How many topics have the words beside them that led there, as many as the association was shown."""


def desk_language(pack: Pack) -> Language:
    """The language of a staff group: the first of its pack."""
    return pack.languages[0]


def chat_language(turn: Turn, case: Case) -> Language:
    """The language that the association wrote in; one that Lots speaks no more gives way to that of the desk."""
    return LANGUAGES.get(case.language) or desk_language(turn.world.packs[case.municipality])


def form_name(pack: Pack, code: str, language: Language) -> str:
    """The name of the form of cooperation that was advised, none if none was or the pack does not explain it."""
    return next((words(item.name, language) for item in pack.forms if item.form == code), "")


def card(turn: Turn, case: Case, chat: int) -> Reply:
    """The card of a case as it now stands; posted once, edited ever after."""
    return Reply(_text(turn, case), _offers(turn, case), chat=chat, about=case.reference, card=True)


def offer(language: Language, key: str, verb: str, case: Case) -> Offer:
    """A button about a case that anybody at the desk may press."""
    return Offer(texts.plain(language, key), Action(verb, case.reference))


def next_step(case: Case) -> str:
    """What the desk has to do, as the last part of a text's key; empty when nothing is left to do."""
    if case.state not in OPEN:
        return ""
    if not case.chat:
        return "gone"
    if case.state == ANSWERED:
        return "wait"
    return "answer" if case.owner else "claim"


def _text(turn: Turn, case: Case) -> str:
    pack = turn.world.packs[case.municipality]
    language = desk_language(pack)
    step = next_step(case)
    return texts.say(
        language,
        "desk.card",
        reference=case.reference,
        title=case.title,
        state=texts.plain(language, f"desk.state_{case.state}"),
        owner=case.owner_name,
        who=_who(turn, case),
        writer=case.writer,
        need=_shortened(case.need.text),
        message=_other_words(turn, case),
        topics=_topics(pack, case, language),
        offices=[words(office.name, language) for office in pack.offices if office.id in case.need.offices],
        form=form_name(pack, case.form, language),
        deadline=_deadline(pack, case),
        documents=_documents(pack, case, language),
        written=case.written_at.astimezone(pack.zone) if case.written_at and step else None,
        step=texts.plain(language, f"desk.step_{step}") if step else "",
        answer_by=statements.waited_for(case) if step in {"claim", "answer"} else None,
        late=statements.is_late(turn, case),
        chat_language=texts.plain(language, f"desk.language_{chat_language(turn, case)}"),
        closing=case.closing,
    )


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


def _who(turn: Turn, case: Case) -> str:
    """The association's name; cases of the first release have it among their lines alone."""
    return case.who or dict(case.lines).get(texts.plain(chat_language(turn, case), "idea.line_name"), "")


def _other_words(turn: Turn, case: Case) -> str:
    """A message to a person that is no need: shown on the card so that nobody must open the case to see it."""
    if case.need.text:
        return ""
    named = {_who(turn, case), case.writer}
    return _shortened(next((text for _, text in case.lines if text not in named), ""))


def _shortened(text: str) -> str:
    """As much of a text as a card has room for, cut after a word, with a mark that it goes on."""
    if len(text) <= LONGEST_NEED:
        return text
    whole_words = " ".join(text[: LONGEST_NEED + 1].split(" ")[:-1])
    return texts.cut(text, len(whole_words) or LONGEST_NEED)


def _offers(turn: Turn, case: Case) -> tuple[Offer, ...]:
    language = desk_language(turn.world.packs[case.municipality])
    own = (CaseAct.RELEASE, CaseAct.TAKE_OVER) if case.owner else (CaseAct.CLAIM,)
    acts = (act for act in (*own, CaseAct.ANSWER, CaseAct.SHOW, CaseAct.CLOSE) if _leads_on(case, act))
    return tuple(offer(language, f"desk.{act}", f"desk.{act}", case) for act in acts)


def _leads_on(case: Case, act: CaseAct) -> bool:
    """Whether the table knows an act where the case stands. Who may do it is said when it is pressed."""
    return isinstance(TABLE[act].moves[case.state], Move)

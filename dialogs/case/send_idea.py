"""Sending to the municipality: what the contact person will see, shown first, sent by one explicit press.

Until that press nobody at the municipality sees anything. The press makes a public record, and the text says so. A
question to a person goes the same way.
"""

import textwrap
from datetime import date

from dialogs import texts
from dialogs.case import few_questions, follow
from dialogs.conversation import drafts
from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Idea, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.conversation.typed import simplified
from dialogs.deadlines.case_ladder import promised_day
from dialogs.desk import what_follows
from dialogs.desk.card import form_name
from dialogs.desk.from_association import documents_of
from dialogs.finding.office import takes_proposals, way_in
from dialogs.incoming.split_messages import LONGEST_TEXT
from dialogs.records.case import Case
from dialogs.records.case_states import CaseAct
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers import show
from knowledge.language import Language
from knowledge.municipality.pack import Meaning, Office
from knowledge.needs.route import offices_of_topics

LONGEST_NAME = 120
"""In characters: as long as a pack lets an association's name be."""
LONGEST_TITLE = 60
"""In characters: the title of a case, one or two lines of a phone in the lists of cases."""
LONGEST_QUOTE = 200
"""In characters: so much of what was not added is said back, enough to know it again."""
FEWEST_WORDS = 3
"""Fewer words at a preview are more likely meant for Lots than for the person."""


def begin(turn: Turn, _argument: str = "") -> Outcome:
    """Begin to send: ask who writes, unless a proposal already says."""
    if turn.pack is None:
        return turn.detour("municipality", "idea")
    if few_questions.wanted(turn, turn.pack):
        return turn.detour("idea.short", turn.session.place)
    if turn.proposal is not None and _name(turn, turn.proposal) is not None:
        return turn.detour("idea.preview", turn.session.place)
    return turn.detour("idea.name", turn.session.place)


def ask_name(turn: Turn) -> Outcome:
    """Ask the name of the association; it may be left out."""
    offers = (turn.offer("proposal.skip", "idea.nameless"), turn.offer("common.cancel", "idea.cancel"))
    return turn.ask(turn.say("idea.name"), offers)


def name_said(turn: Turn, text: str) -> Outcome:
    """Keep the name and show the preview. One that is too long for a name is not taken, and that is said."""
    name = " ".join(text.split())
    if len(name) > LONGEST_NAME:
        return before(turn.say("idea.name_too_long", most=LONGEST_NAME, length=len(name)), turn.present())
    return turn.go("idea.preview", idea=turn.session.idea.but(name=name))


def ask_person(turn: Turn, _argument: str = "") -> Outcome:
    """Ask what to tell a person, and remember where to return to."""
    place = turn.session.place
    if place == "person" or (place == "municipality" and turn.session.way_back() == "person"):
        return turn.present()
    if place == "idea.preview" and turn.session.idea.message:
        return turn.go("person")
    return turn.detour("person", place)


def person(turn: Turn) -> Outcome:
    """Say who the person is and ask for the words to send."""
    if turn.pack is None:
        return turn.detour("municipality", "person")
    pack = turn.home
    role = pack.roles.get(pack.navigator)
    key = "idea.person" if turn.desk_of(turn.home.id) else "idea.person_unreachable"
    text = turn.say(
        key,
        role=turn.words(role.name) if role else "",
        contact=role.contact if role else "",
        has_need=bool(turn.session.need.text),
    )
    return turn.ask(text, (turn.offer("idea.back_to_step", "idea.cancel"),))


def person_said(turn: Turn, text: str) -> Outcome:
    """Keep the words for the person and show the preview."""
    if turn.pack is None:
        return turn.detour("municipality", "person")
    return turn.go("idea.preview", idea=turn.session.idea.but(message=text))


def preview(turn: Turn) -> Outcome:
    """Show exactly what the contact person will see, and that it becomes a public record."""
    if turn.pack is None:
        return turn.detour("municipality", "idea.preview")
    lines = _lines(turn)
    if not lines:
        return turn.go("need")
    if not turn.desk_of(turn.home.id):
        return turn.ask(turn.say("idea.no_desk"), (turn.offer("idea.back_to_step", "idea.cancel"),))
    can_be_alone = bool(turn.session.idea.message) and len(lines) > len(_question_alone(turn))
    offers = (
        turn.offer("idea.send_to_municipality", "idea.send"),
        *((turn.offer("idea.only_message", "idea.alone"),) if can_be_alone else ()),
        turn.offer("idea.change", "idea.change"),
        turn.offer("common.cancel", "idea.cancel"),
    )
    record = turn.plain(f"idea.record_{turn.home.country.lower()}")
    municipality = turn.words(turn.home.name)
    return turn.ask(turn.say("idea.preview", lines=lines, municipality=municipality, record=record), offers)


def send(turn: Turn, _argument: str = "") -> Outcome:
    """Open the case: card to the navigators, reference and promise to the association."""
    lines, chat = _lines(turn), turn.desk_of(turn.home.id)
    if turn.session.place != "idea.preview" or not lines or not chat:
        return turn.present()
    case = _case(turn, lines)
    text = turn.say("idea.sent", reference=case.reference, answer_by=date.fromisoformat(case.answer_by))
    outcome = turn.ask(
        text,
        (*_way_back(turn), *follow.offers(turn, case)),
        effects=(*what_follows.effects(turn, None, case, CaseAct.SEND), *_linked(turn, case)),
        place="case",
        case=case.reference,
        ways=turn.session.leading(""),
        idea=Idea(turn.session.idea.name),
    )
    return outcome.but(replies=(*outcome.replies, *what_follows.cards(turn, None, case, CaseAct.SEND)))


def alone(turn: Turn, _argument: str = "") -> Outcome:
    """Leave the need and the draft out of a question to a person."""
    return turn.go("idea.preview", idea=turn.session.idea.but(alone=True))


def change(turn: Turn, _argument: str = "") -> Outcome:
    """Go back to where the words can be changed."""
    if turn.session.idea.message:
        return turn.go("person")
    return turn.go("proposal.summary" if turn.proposal else "need")


def cancel(turn: Turn, _argument: str = "") -> Outcome:
    """Leave without sending, back to the step before."""
    return before(
        turn.say("idea.not_sent"),
        turn.detour(turn.session.way_back() or "start", "", idea=Idea(turn.session.idea.name)),
    )


def refuse_words(turn: Turn, _text: str) -> Outcome:
    """Read words where a choice is asked: they change nothing; the choice is asked again."""
    return turn.again(turn.say("idea.press_or_type"))


def more_words(turn: Turn, text: str) -> Outcome:
    """Read words at the preview: more of the message that is shown, or nothing that is sent, and that is said."""
    message = turn.session.idea.message
    if not message or len(text.split()) < FEWEST_WORDS:
        return turn.again(turn.say("idea.not_added", words=texts.cut(text, LONGEST_QUOTE)))
    whole = f"{message}\n{text}"
    if len(whole) > LONGEST_TEXT:
        return turn.again(turn.say("common.too_long", most=LONGEST_TEXT))
    return before(turn.say("idea.added"), turn.go("idea.preview", idea=turn.session.idea.but(message=whole)))


def means_to_send(turn: Turn, text: str) -> bool:
    """Tell whether words at the preview ask for what is shown to be sent."""
    if turn.session.place != "idea.preview":
        return False
    listed = (word for language in Language for word in texts.plain(language, "idea.send_words").split(","))
    return simplified(text).replace(",", "") in {word.strip() for word in listed}


def _way_back(turn: Turn) -> tuple[Offer, ...]:
    """The button back to the step from which a person was asked."""
    asked = bool(turn.session.idea.message) and turn.session.way_back() not in ("", "start")
    return (turn.offer("idea.back_to_step", "go", turn.session.way_back()),) if asked else ()


def _lines(turn: Turn) -> tuple[tuple[str, str], ...]:
    """What will be seen, as label and text; the same lines go into the case."""
    if _is_alone(turn):
        return _question_alone(turn)
    message = turn.session.idea.message
    need, proposal = _need(turn), turn.proposal
    words, topics = (_told(turn, proposal, meaning) for meaning in (Meaning.NEED, Meaning.TOPICS))
    pairs = [
        (turn.plain("idea.line_name"), _who(turn, proposal)),
        (turn.plain("idea.line_writer"), _writer(turn)),
        (turn.plain("idea.line_message"), message),
        (turn.plain("idea.line_need"), "" if words else need.text),
        (turn.plain("idea.line_topics"), "" if topics else ", ".join(_topics(turn))),
        (turn.plain("idea.line_office"), ", ".join(_offices(turn))),
        (turn.plain("idea.line_form"), form_name(turn.home, turn.session.form, turn.language)),
        *(_answers(turn, proposal) if proposal is not None else ()),
    ]
    return tuple((label, text) for label, text in pairs if text)


def _is_alone(turn: Turn) -> bool:
    """Whether a question goes without the need and the draft that the person stands at."""
    return bool(turn.session.idea.message and turn.session.idea.alone)


def _question_alone(turn: Turn) -> tuple[tuple[str, str], ...]:
    writer = turn.event.sender.name
    pairs = [
        (turn.plain("idea.line_writer"), writer),
        (turn.plain("idea.line_message"), turn.session.idea.message),
    ]
    return tuple((label, text) for label, text in pairs if text)


def _writer(turn: Turn) -> str:
    """The name in Telegram, where the association's own is not known: somebody must be there to be answered."""
    return "" if _who(turn, turn.proposal) else turn.event.sender.name


def _who(turn: Turn, proposal: Proposal | None) -> str:
    if proposal is None:
        return turn.session.idea.name
    answer = _name(turn, proposal)
    return answer.said if answer else ""


def _name(turn: Turn, proposal: Proposal) -> Answer | None:
    return drafts.answer_that_means(turn.home, proposal, Meaning.ASSOCIATION_NAME)


def _topics(turn: Turn) -> list[str]:
    topics = turn.home.catalogue.topics
    return [turn.words(topics[topic].short) for topic in _need(turn).topics if topic in topics]


def _offices(turn: Turn) -> list[str]:
    """The doors that the need leads to, where a municipality without a call has several."""
    pack = turn.home
    several = len(pack.offices) > 1 and bool(_need(turn).text) and not takes_proposals(pack)
    return [turn.words(office.name) for office in _doors(turn, _topics_sent(turn))] if several else []


def _topics_sent(turn: Turn) -> tuple[str, ...]:
    """The challenges of the catalogue that the draft names, else those of the need."""
    named = _told(turn, turn.proposal, Meaning.TOPICS)
    if named is None:
        return _need(turn).topics
    return tuple(name for name in named.value if name in turn.home.catalogue.topics)


def _doors(turn: Turn, topics: tuple[str, ...]) -> tuple[Office, ...]:
    """The doors that the page names for the topics, else those that the words led to, by the rules of the day."""
    offices = offices_of_topics(turn.home, topics) or _need(turn).offices
    return way_in(turn.at(need=_need(turn).but(topics=topics, offices=offices)), turn.home).offices


def _answers(turn: Turn, proposal: Proposal) -> list[tuple[str, str]]:
    fields, proposal = turn.home.fields_by_id, drafts.as_it_stands(turn.home, proposal)
    pairs = []
    for field_id, field in fields.items():
        answer = proposal.answers.get(field_id)
        if field.means is Meaning.ASSOCIATION_NAME or answer is None or answer.state not in {"given", "unclear"}:
            continue
        text = show(field, answer.value, turn.language, turn.home) if answer.state == "given" else answer.said
        pairs.append((turn.words(field.label), text))
    return pairs


def _case(turn: Turn, lines: tuple[tuple[str, str], ...]) -> Case:
    """The case as it opens. It knows nothing that the preview did not show."""
    proposal, need = turn.proposal, _need(turn)
    message = turn.session.idea.message
    words = message or (drafts.title(turn, proposal) if proposal else need.text)
    case = Case(
        reference=turn.snapshot.fresh,
        municipality=turn.home.id,
        chat=turn.session.chat,
        language=turn.language.value,
        title=_shortened(words),
        need=Need(),
        lines=lines,
        opened_at=turn.now,
        answer_by=promised_day(turn, turn.home),
    )
    if _is_alone(turn):
        return case.but(writer=turn.event.sender.name)
    about = case.but(need=need, form=turn.session.form, who=_who(turn, proposal), writer=_writer(turn))
    whole = _with_draft(turn, about, proposal) if proposal else about
    return whole.but(need=_as_shown(turn, whole.need))


def _need(turn: Turn) -> Need:
    """The need that is sent: that of the draft in hand, which may be older than what was said last."""
    proposal = turn.proposal
    return proposal.need if proposal is not None and proposal.need.text else turn.session.need


def _told(turn: Turn, proposal: Proposal | None, meaning: Meaning) -> Answer | None:
    """The answer that was understood: it alone stands for the need's own words and topics."""
    field = turn.home.field_that_means(meaning)
    answer = drafts.standing(proposal, field) if proposal and field else None
    return answer if answer and answer.state == "given" else None


def _with_draft(turn: Turn, case: Case, proposal: Proposal) -> Case:
    """The case of a draft: its round, its documents, and the challenge it names, which may differ from the need's."""
    words, named = (_told(turn, proposal, meaning) for meaning in (Meaning.NEED, Meaning.TOPICS))
    topics = _topics_sent(turn)
    return case.but(
        need=case.need.but(text=words.said if words else case.need.text, topics=topics),
        own_topics=tuple(name for name in (named.value if named else ()) if name not in topics),
        proposal=proposal.id,
        round=proposal.round,
        **documents_of(turn, proposal),
    )


def _as_shown(turn: Turn, need: Need) -> Need:
    """A need with the topics that were chosen, the evidence that its words still hold, and the offices that follow."""
    said = need.text.casefold()
    matches = [
        match.but(because=tuple(words for words in match.because if words.casefold() in said))
        for match in need.matches
        if match.topic in need.topics
    ]
    offices = tuple(office.id for office in _doors(turn, need.topics)) if need.text else ()
    return need.but(matches=tuple(matches), offices=offices)


def _linked(turn: Turn, case: Case) -> tuple[SaveProposal, ...]:
    proposal = None if turn.session.idea.message else turn.proposal
    return (SaveProposal(proposal.but(case=case.reference, version=proposal.version + 1)),) if proposal else ()


def _shortened(words: str) -> str:
    return textwrap.shorten(words, LONGEST_TITLE, placeholder=" …")

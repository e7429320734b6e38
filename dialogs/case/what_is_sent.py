"""What is sent to the municipality: the lines of the preview, and the case that knows nothing but these."""

import textwrap

from dialogs.cards.card import form_name
from dialogs.cards.from_association import documents_of
from dialogs.conversation import own_proposals
from dialogs.conversation.turn import Turn
from dialogs.deadlines.case_ladder import promise
from dialogs.finding.office import takes_proposals, way_in
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers import show
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Office
from knowledge.needs.route import offices_of_topics

LONGEST_TITLE = 60
"""In characters: the title of a case, one or two lines of a phone in the lists of cases."""


def lines_of(turn: Turn) -> tuple[tuple[str, str], ...]:
    """What will be seen, as label and text; the same lines go into the case."""
    if _is_alone(turn):
        return question_alone(turn)
    message = turn.session.idea.message
    need, proposal = _need(turn), turn.own_proposal
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


def question_alone(turn: Turn) -> tuple[tuple[str, str], ...]:
    """What is seen of a question that goes without the need and the draft: who asks, and the question."""
    writer = turn.event.sender.name
    pairs = [
        (turn.plain("idea.line_writer"), writer),
        (turn.plain("idea.line_message"), turn.session.idea.message),
    ]
    return tuple((label, text) for label, text in pairs if text)


def case_of(turn: Turn, lines: tuple[tuple[str, str], ...]) -> Case:
    """The case as it opens. It knows nothing that the preview did not show."""
    proposal, need = turn.own_proposal, _need(turn)
    message = turn.session.idea.message
    words = message or (own_proposals.title(turn, proposal) if proposal else need.text)
    case = Case(
        reference=turn.snapshot.new_reference,
        municipality=turn.home.id,
        chat=turn.session.chat,
        language=turn.language.value,
        title=_shortened(words),
        need=Need(),
        lines=lines,
        opened_at=turn.now,
        answer_by=promise(turn, turn.home),
    )
    if _is_alone(turn):
        return case.but(writer=turn.event.sender.name)
    about = case.but(need=need, form=turn.session.form, who=_who(turn, proposal), writer=_writer(turn))
    whole = _with_draft(turn, about, proposal) if proposal else about
    return whole.but(need=_as_shown(turn, whole.need))


def name_given(turn: Turn, proposal: Proposal) -> Answer | None:
    """The association's name as its draft has it, None if it was not asked yet."""
    return own_proposals.answer_that_means(turn.home, proposal, Meaning.ASSOCIATION_NAME)


def _is_alone(turn: Turn) -> bool:
    """Whether a question goes without the need and the draft that the person stands at."""
    return bool(turn.session.idea.message and turn.session.idea.alone)


def _writer(turn: Turn) -> str:
    """The name in Telegram, where the association's own is not known: somebody must be there to be answered."""
    return "" if _who(turn, turn.own_proposal) else turn.event.sender.name


def _who(turn: Turn, proposal: Proposal | None) -> str:
    """The name as the draft has it, else as it was given when it was asked for at the sending."""
    answer = name_given(turn, proposal) if proposal is not None else None
    return answer.said if answer else turn.session.idea.name


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
    named = _told(turn, turn.own_proposal, Meaning.TOPICS)
    if named is None:
        return _need(turn).topics
    return tuple(name for name in named.value if name in turn.home.catalogue.topics)


def _doors(turn: Turn, topics: tuple[str, ...]) -> tuple[Office, ...]:
    """The doors that the page names for the topics, else those that the words led to, by the rules of the day."""
    offices = offices_of_topics(turn.home, topics) or _need(turn).offices
    return way_in(turn.at(need=_need(turn).but(topics=topics, offices=offices)), turn.home).offices


def _answers(turn: Turn, proposal: Proposal) -> list[tuple[str, str]]:
    fields, proposal = turn.home.fields_by_id, own_proposals.as_it_stands(turn.home, proposal)
    pairs = []
    for field_id, field in fields.items():
        answer = proposal.answers.get(field_id)
        if field.means is Meaning.ASSOCIATION_NAME or answer is None or answer.state not in {"given", "unclear"}:
            continue
        text = show(field, answer.value, turn.language, turn.home) if answer.state == "given" else answer.said
        pairs.append((turn.words(field.label), text))
    return pairs


def _need(turn: Turn) -> Need:
    """The need that is sent: that of the draft in hand, which may be older than what was said last."""
    proposal = turn.own_proposal
    return proposal.need if proposal is not None and proposal.need.text else turn.session.need


def _told(turn: Turn, proposal: Proposal | None, meaning: Meaning) -> Answer | None:
    """The answer that was understood: it alone stands for the need's own words and topics."""
    field = turn.home.field_that_means(meaning)
    answer = own_proposals.standing(proposal, field) if proposal and field else None
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


def _shortened(words: str) -> str:
    return textwrap.shorten(words, LONGEST_TITLE, placeholder=" …")

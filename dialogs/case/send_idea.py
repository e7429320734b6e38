"""Sending to the municipality: what the contact person will see, shown first, sent by one explicit press.

Until that press nobody at the municipality sees anything. The press makes a public record, and the text says so.
"""

from dialogs import texts
from dialogs.cards import from_association, own_files, what_follows
from dialogs.case import few_questions, follow
from dialogs.case.own_cases import own
from dialogs.case.what_is_sent import case_of, lines_of, name_given, question_alone
from dialogs.conversation import statements
from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import ASIDE, Idea, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.conversation.typed import simplified
from dialogs.incoming.split_messages import LONGEST_TEXT
from dialogs.records.case import Case
from dialogs.records.case_states import OPEN, CaseAct
from dialogs.records.proposal import Proposal
from dialogs.versions.differences import handed_over

LONGEST_NAME = 120
"""In characters: as long as a pack lets an association's name be."""
LONGEST_QUOTE = 200
"""In characters: so much of what was not added is said back, enough to know it again."""
FEWEST_WORDS = 3
"""Fewer words at a preview are more likely meant for Lots than for the person."""


def begin(turn: Turn, _argument: str = "") -> Outcome:
    """Begin to send: ask who writes, unless a proposal already says."""
    if turn.pack is None:
        return turn.detour("municipality", "idea")
    there = _where_it_is(turn)
    if there is not None:
        # One proposal is one case: what changed since is handed over there, and no second case is opened.
        return before(turn.say("idea.there_already", reference=there.reference), turn.go("versions"))
    if few_questions.wanted(turn, turn.pack):
        return turn.detour("idea.short", turn.session.place)
    if turn.own_proposal is not None and name_given(turn, turn.own_proposal) is not None:
        return turn.detour("idea.preview", turn.session.place)
    return turn.detour("idea.name", turn.session.place)


def _where_it_is(turn: Turn) -> Case | None:
    """The case that the proposal in hand went to, while it is open."""
    proposal = turn.own_proposal
    case = own(turn, proposal.case) if proposal is not None and proposal.case else None
    return case if case is not None and case.state in OPEN else None


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


def preview(turn: Turn) -> Outcome:
    """Show exactly what the contact person will see, and that it becomes a public record."""
    if turn.pack is None:
        return turn.detour("municipality", "idea.preview")
    lines = lines_of(turn)
    if not lines:
        return turn.go("need")
    if not turn.desk_of(turn.home.id):
        return turn.ask(turn.say("idea.no_desk"), (turn.offer("idea.back_to_step", "idea.cancel"),))
    can_be_alone = bool(turn.session.idea.message) and len(lines) > len(question_alone(turn))
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
    lines, chat = lines_of(turn), turn.desk_of(turn.home.id)
    if turn.session.place != "idea.preview" or not lines or not chat:
        return turn.present()
    case = case_of(turn, lines)
    text = turn.say("idea.sent", reference=case.reference, answer_by=statements.waited_for(case))
    outcome = turn.ask(
        text,
        (*_way_back(turn), *follow.offers(turn, case)),
        effects=(*what_follows.effects(turn, None, case, CaseAct.SEND), *_linked(turn, case)),
        place="case",
        case=case.reference,
        ways=turn.session.ways_without(ASIDE),
        idea=Idea(turn.session.idea.name),
    )
    outcome = outcome.but(replies=(*outcome.replies, *_to_the_desk(turn, case)))
    return own_files.passed_on(turn, outcome, case, _sent_along(turn))


def alone(turn: Turn, _argument: str = "") -> Outcome:
    """Leave the need and the draft out of a question to a person."""
    return turn.go("idea.preview", idea=turn.session.idea.but(alone=True))


def change(turn: Turn, _argument: str = "") -> Outcome:
    """Go back to where the words can be changed."""
    if turn.session.idea.message:
        return turn.go("person")
    return turn.go("proposal.summary" if turn.own_proposal else "need")


def cancel(turn: Turn, _argument: str = "") -> Outcome:
    """Leave without sending, back to the step before."""
    return before(
        turn.say("idea.not_sent"),
        turn.go(
            turn.session.way_back() or "start", ways=turn.session.ways_without(ASIDE), idea=Idea(turn.session.idea.name)
        ),
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
    return simplified(text).replace(",", "") in texts.listed("idea.send_words")


def _to_the_desk(turn: Turn, case: Case) -> tuple[Reply, ...]:
    """The card for the navigators; a group that has shut Lots out gets it when it is back."""
    if turn.is_shut(case.municipality):
        return ()
    receipt = from_association.not_seen_yet(turn, case, turn.desk_of(case.municipality))
    return tuple(card.but(receipt=receipt) for card in what_follows.cards(turn, None, case, CaseAct.SEND))


def _way_back(turn: Turn) -> tuple[Offer, ...]:
    """The button back to the step from which a person was asked."""
    asked = bool(turn.session.idea.message) and turn.session.way_back() not in ("", "start")
    return (turn.offer("idea.back_to_step", "go", turn.session.way_back()),) if asked else ()


def _linked(turn: Turn, case: Case) -> tuple[SaveProposal, ...]:
    proposal = _sent_along(turn)
    return (SaveProposal(handed_over(turn, proposal).but(case=case.reference)),) if proposal else ()


def _sent_along(turn: Turn) -> Proposal | None:
    """The draft that goes with what is sent; a question to a person goes without it."""
    return None if turn.session.idea.message else turn.own_proposal

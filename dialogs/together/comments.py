"""Looking at one question of a proposal without changing it, and saying something of its answer."""

from datetime import timedelta

from dialogs import texts
from dialogs.conversation import own_proposals
from dialogs.conversation.question import Question
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.records.proposal import Proposal
from dialogs.records.together.sharing import Comment, Role, Sharing
from dialogs.together import rights, telling
from dialogs.together.inviting import known, saved
from knowledge.answers import show

LONGEST = 1_000
"""In characters: more belongs into an answer."""
MOST = 100
"""Comments of a proposal: some for each question. The oldest go first."""
SHOWN, LONGEST_SHOWN = 3, 200
"""How many comments stand at a question, the newest, and how much of each in characters: it is seen on one screen."""
MOMENT = timedelta(seconds=15)
"""Within such a time words go on that were sent in several messages."""


def look(turn: Turn) -> Outcome:
    """Show a question with its answer and what was said of it, to somebody who does not change it."""
    question = _question(turn)
    if question is None:
        return turn.go("proposal.summary")
    comment = rights.may(turn, question.proposal, Role.COMMENT)
    offers = (
        *((turn.offer("together.comment", "go", "together.comment"),) if comment else ()),
        turn.offer("common.back", "go", "proposal.summary"),
    )
    return turn.ask(_shown(turn, question), offers)


def ask(turn: Turn) -> Outcome:
    """Ask what somebody wants to say of a question's answer."""
    question = _question(turn)
    if question is None:
        return turn.go("proposal.summary")
    if not rights.may(turn, question.proposal, Role.COMMENT):
        return turn.go("together.look")
    return turn.ask(
        turn.say("together.say_comment", shown=_shown(turn, question)), (turn.offer("common.cancel", "together.back"),)
    )


def said(turn: Turn, text: str) -> Outcome:
    """Keep a comment, and tell the owner."""
    question = _question(turn)
    was = turn.snapshot.sharings.get(question.proposal.id) if question else None
    if question is None or was is None or not rights.may(turn, question.proposal, Role.COMMENT):
        return turn.go("together.look")
    if len(text) > LONGEST:
        return turn.again(turn.say("together.comment_too_long", most=LONGEST, length=len(text)))
    now = was.next(comments=_with(turn, was, Comment(turn.session.chat, question.field.id, text, turn.now)))
    outcome = before(turn.say("together.comment_kept"), back(known(turn, now)))
    proposal = question.proposal
    mine = proposal.chat == turn.session.chat
    told = {one.chat for one in was.comments if one.field == question.field.id} if mine else {proposal.chat}
    news = tuple(
        telling.told(
            turn, chat, proposal, "has_commented", label=question.field.label, text=texts.cut(text, LONGEST_SHOWN)
        )
        for chat in sorted(told - {turn.session.chat})
        if was.of(chat) is not None
    )
    return also(outcome.but(replies=(*outcome.replies, *news)), saved(was, now))


def back(turn: Turn, _argument: str = "") -> Outcome:
    """Go back to the question: to answer it where somebody may."""
    proposal = turn.proposal
    return turn.go("proposal.ask" if proposal and rights.may(turn, proposal, Role.EDIT) else "together.look")


def at(turn: Turn, proposal: Proposal, field_id: str) -> str:
    """What stands at a question beside its answer: who gave it and when, and the newest comments; HTML, or empty."""
    sharing = turn.snapshot.sharings.get(proposal.id)
    if sharing is None:
        return ""
    answer, zone = proposal.answers.get(field_id), turn.pack_of(proposal).zone
    signed = answer is not None and answer.at is not None
    here = [one for one in sharing.comments if one.field == field_id]
    rows = [
        (telling.name_of(turn, proposal, one.chat), one.at.astimezone(zone), texts.cut(one.text, LONGEST_SHOWN))
        for one in here[-SHOWN:]
    ]
    if not (signed or rows):
        return ""
    return turn.say(
        "together.beside",
        by=telling.name_of(turn, proposal, answer.by) if answer and signed else "",
        at=answer.at.astimezone(zone) if answer and answer.at else None,
        comments=rows,
        more=len(here) - len(rows),
    )


def ways(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    """The button to say something of the question in hand, where several people have the proposal."""
    return (turn.offer("together.comment", "go", "together.comment"),) if proposal.id in turn.snapshot.sharings else ()


def by_field(turn: Turn, proposal: Proposal) -> dict[str, int]:
    """How many comments there are at each question that has any."""
    sharing = turn.snapshot.sharings.get(proposal.id)
    fields = [one.field for one in sharing.comments] if sharing else []
    return {field_id: fields.count(field_id) for field_id in fields}


def _with(turn: Turn, was: Sharing, comment: Comment) -> tuple[Comment, ...]:
    """The comments with a new one, in whose place its beginning stood if it came in several messages."""
    last = was.comments[-1] if was.comments else None
    begun = (
        last is not None
        and (last.chat, last.field) == (comment.chat, comment.field)
        and turn.now - last.at <= MOMENT
        and comment.text.startswith(last.text)
    )
    return (*(was.comments[:-1] if begun else was.comments), comment)[-MOST:]


def _question(turn: Turn) -> Question | None:
    proposal = turn.proposal
    field = turn.pack_of(proposal).fields_by_id.get(turn.session.asking) if proposal else None
    return Question(turn.pack_of(proposal), field, proposal) if proposal and field else None


def _shown(turn: Turn, question: Question) -> str:
    answer = own_proposals.standing(question.proposal, question.field)
    known = answer is not None and answer.state == "given"
    value = show(question.field, answer.value, turn.language, question.pack) if answer and known else ""
    return turn.say(
        "together.look",
        label=turn.words(question.field.label),
        question=turn.words(question.field.question),
        value=value or (answer.said if answer else ""),
        beside=at(turn, question.proposal, question.field.id),
    )

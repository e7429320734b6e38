"""Words in place of the buttons about reminders and the sending.

Right after a reminder, words for stopping stop it, and a bare yes or no answers what it asked. What is said of the
sending is understood wherever a person is not answering another question.
"""

from datetime import time

from dialogs.case import own_cases, where_it_belongs
from dialogs.conversation import statements
from dialogs.conversation.events import Said
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines import muting
from dialogs.incoming import phrases
from dialogs.incoming.phrases import Saying
from dialogs.proposal import sent_papers
from dialogs.records.proposal import Proposal

ANSWERING = frozenset({"proposal.ask", "case.write", "person", "idea.name", "idea.preview", "advice"})
"""Places where words are the answer that was asked for, so that nothing else is read into them."""
YES = frozenset({"papers.receipt", "sent.in_time", "sent.surely"})
NO = frozenset({"papers.no_receipt", "sent.missed", "sent.not_yet"})
VERBS = {
    "sent": "papers.sent",
    "unsent": "sent.take_back",
    "receipt": "papers.receipt",
    "no_receipt": "papers.no_receipt",
}


def stopped(turn: Turn) -> Outcome | None:
    """Stop the reminders when words right after one ask for it, or words that name them anywhere.

    Asked before the gate, for stopping is no distress.
    """
    event = turn.event
    if not isinstance(event, Said) or not phrases.stops(event.text):
        return None
    named = turn.session.place not in ANSWERING and phrases.names_reminders(event.text)
    return muting.mute(turn) if named or _reminded(turn) else None


def understood(turn: Turn, text: str) -> Outcome | None:
    """Take words that answer yes or no to a reminder, or say something of the sending; None for others."""
    reminded = _reminded(turn)
    answering = _answering(turn) and turn.event.sender.reply_to is None
    if not answering and phrases.resumes(text):
        return muting.unmute(turn)
    offers = turn.session.pushed if reminded else turn.session.offers
    agreed = None if answering or own_cases.newest_answer(turn) else _agreed(offers, text)
    if agreed is not None:
        return _answered(turn, agreed, offers, phrases.clock(text))
    said = phrases.saying(text) if reminded or not answering else None
    return _said(turn, said, text) if said and turn.snapshot.proposals else None


def _answering(turn: Turn) -> bool:
    """Whether words answer another question: that of the place, or where words that wait belong."""
    return turn.session.place in ANSWERING or where_it_belongs.are_asked_about(turn.session)


def _reminded(turn: Turn) -> bool:
    """Whether the last reminder is the newest thing that was said with buttons."""
    newest = turn.session.reminded == turn.session.revision and own_cases.newest_answer(turn) is None
    return bool(turn.session.pushed) and newest


def _agreed(offers: tuple[Offer, ...], text: str) -> bool | None:
    """The answer yes or no, None for neither. That something came is a yes where the receipt is asked for."""
    agreed = phrases.agrees(text)
    if agreed is None and phrases.has_come(text) and any(offer.action.verb == "papers.receipt" for offer in offers):
        return True
    return agreed


def _answered(
    turn: Turn,
    agreed: bool,  # noqa: FBT001 - the answer
    offers: tuple[Offer, ...],
    clock: time | None,
) -> Outcome | None:
    meant = [offer.action for offer in offers if offer.action.verb in (YES if agreed else NO)]
    if not meant:
        return None
    drafts = [item for item in turn.snapshot.proposals if item.id in {action.argument for action in meant}]
    around, verb = statements.round_of(turn, drafts[0]) if drafts else None, meant[0].verb
    # A yes with an hour after the deadline contradicts itself, so the question is put again.
    late = clock is not None and around is not None and clock > around.deadline.time()
    return _about(turn, VERBS["sent"] if late and verb == "sent.in_time" else verb, drafts, "")


def _said(turn: Turn, said: Saying, text: str) -> Outcome | None:
    pushed = {offer.action.argument for offer in turn.session.pushed} if _reminded(turn) else set()
    about = [item for item in turn.snapshot.proposals if item.id in pushed] or list(turn.snapshot.proposals)
    chosen = [item for item in about if item.id == turn.session.proposal] or about
    return _about(turn, _verb(turn, said, chosen), chosen, text)


def _about(turn: Turn, verb: str, drafts: list[Proposal], words: str) -> Outcome | None:
    if not drafts:
        return None
    if len(drafts) > 1:
        return sent_papers.which(turn, verb, tuple(drafts))
    draft = drafts[0].id
    return sent_papers.in_time(turn, draft, words) if verb == "sent.in_time" else ACTS[verb](turn, draft)


def _verb(turn: Turn, said: Saying, drafts: list[Proposal]) -> str:
    """What the words do: a clock time or "in time" answers the question of the deadline at once."""
    around = statements.round_of(turn, drafts[0])
    if said.kind != "sent" or around is None or turn.now <= around.deadline:
        return VERBS[said.kind]
    in_time = said.in_time
    same_day = turn.now.astimezone(around.deadline.tzinfo).date() == around.deadline.date()
    if in_time is None and said.clock and same_day:
        in_time = said.clock <= around.deadline.time()
    return VERBS["sent"] if in_time is None else ("sent.in_time" if in_time else "sent.missed")


ACTS = {
    "papers.sent": sent_papers.sent,
    "papers.receipt": sent_papers.receipt,
    "papers.no_receipt": sent_papers.no_receipt,
    "sent.in_time": sent_papers.in_time,
    "sent.missed": sent_papers.missed,
    "sent.surely": sent_papers.surely,
    "sent.not_yet": sent_papers.not_yet,
    "sent.take_back": sent_papers.take_back,
}

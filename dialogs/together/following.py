"""What follows from a step for proposals that several people have.

Every step of a private chat passes here, whatever room it was taken in, so that no room has to think of the others: who
may do what, answers that somebody has not seen, whose an answer is, what stood before, who is told, whose nod is void.
"""

from dialogs.conversation.effects import Effect, NoteChange, SaveProposal, SaveSharing
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.together.beside import SeenAnswer
from dialogs.records.together.change import Change
from dialogs.together import clash, nods, rights, telling


def followed(turn: Turn, outcome: Outcome) -> Outcome:
    """Return what a step comes to where others take part. `turn` is that of the event."""
    if not turn.snapshot.sharings:
        return outcome
    taken = rights.refused(turn, outcome) or clash.met(turn, outcome) or _noted(turn, outcome)
    return rights.fitting(turn, _seeing(turn, taken))


def _noted(turn: Turn, outcome: Outcome) -> Outcome:
    """Sign the answers that were changed, keep what they were, and tell whom it concerns."""
    effects: list[Effect] = []
    replies = list(outcome.replies)
    for effect in outcome.effects:
        known = turn.proposal_by_id(effect.proposal.id) if isinstance(effect, SaveProposal) else None
        if known is None or not isinstance(effect, SaveProposal) or known.id not in turn.snapshot.sharings:
            effects.append(effect)
            continue
        signed = _signed(turn, known, effect.proposal)
        more, news = _of_changes(turn, known, signed)
        effects += [SaveProposal(signed), *more]
        replies += news
    return outcome.but(effects=tuple(effects), replies=tuple(replies))


def _signed(turn: Turn, known: Proposal, wanted: Proposal) -> Proposal:
    """The proposal with each changed answer signed by whoever gave it; one that says the same stays whose it was."""
    answers = {key: _by(turn, known.answers.get(key), answer) for key, answer in wanted.answers.items()}
    return wanted.but(answers=answers)


def _by(turn: Turn, was: Answer | None, now: Answer) -> Answer:
    if was is not None and clash.same(was, now):
        return now if now.by else was.but(unfitting=now.unfitting)
    return now.but(by=turn.session.chat, at=turn.now)


def _of_changes(turn: Turn, known: Proposal, now: Proposal) -> tuple[list[Effect], list[Reply]]:
    """What is kept of the answers that were replaced, and what the others are told of it."""
    effects: list[Effect] = []
    replies: list[Reply] = []
    for field_id, was in known.answers.items():
        if not clash.loses(was, now.answers.get(field_id)):
            continue
        writer, at = was.by, was.at or known.changed_at or turn.now
        effects.append(NoteChange(Change(known.id, field_id, was, writer, at, turn.session.chat)))
        replies += _told(turn, known, field_id, was)
    sharing, again = nods.after_change(turn, turn.snapshot.sharings[known.id], now)
    if again:
        effects.append(SaveSharing(sharing, turn.snapshot.sharings[known.id].version))
    return effects, [*replies, *again]


def _told(turn: Turn, known: Proposal, field_id: str, was: Answer) -> list[Reply]:
    """Tell whoever gave an answer that it was replaced."""
    writer, field = was.by or known.chat, turn.pack_of(known).fields_by_id.get(field_id)
    takes_part = turn.snapshot.sharings[known.id].of(writer) is not None
    if writer == turn.session.chat or field is None or not takes_part:
        return []
    return [telling.told(turn, writer, known, "has_changed", label=field.label)]


def _seeing(turn: Turn, outcome: Outcome) -> Outcome:
    """Remember what stood at the question that was just shown."""
    session = outcome.session
    if session.place != "proposal.ask" or session.revision == turn.session.revision:
        return outcome
    saved = (item.proposal for item in outcome.effects if isinstance(item, SaveProposal))
    latest = {item.id: item for item in (*turn.snapshot.proposals, *saved)}.get(session.proposal)
    if latest is None or latest.id not in turn.snapshot.sharings:
        return outcome
    seen = SeenAnswer(latest.id, session.asking, latest.answers.get(session.asking))
    return outcome.but(session=session.but(beside=session.beside.but(seen=seen, clash=None)))

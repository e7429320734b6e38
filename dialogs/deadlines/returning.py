"""Who comes back after having blocked Lots: the reminders that were taken away are planned again, and it is said.

So is that answers could not reach them, which are sent again behind it.
"""

from dialogs.conversation import own_proposals
from dialogs.conversation.effects import Effect, EraseChat, PlanReminders
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.turn import Turn
from dialogs.deadlines import case_ladder, ladder, muting, office_ladder
from dialogs.records.proposal import Proposal
from knowledge.municipality.pack import Pack


def welcomed(turn: Turn, outcome: Outcome) -> Outcome:
    """Add to an answer what comes again, reminders and answers of navigators, if this is the first sign of life since.

    `turn` is that of the event, `outcome` what was answered to it.
    """
    outcome = outcome.but(session=outcome.session.heard_again())
    if not turn.session.away or any(isinstance(effect, EraseChat) for effect in outcome.effects):
        return outcome
    done = {effect.subject for effect in outcome.effects if isinstance(effect, PlanReminders)}
    ahead = [(item, plan) for item in turn.snapshot.proposals if item.id not in done and (plan := _ahead(turn, item))]
    effects = (*outcome.effects, *(plan for _, plan in ahead))
    titles = [
        own_proposals.title(turn, item) for item, plan in ahead if _comes(outcome.session, turn.pack_of(item), plan)
    ]
    answered = [case.reference for case in turn.snapshot.unseen.lost]
    text = turn.say("reminders.again_after_return", titles=titles, answered=answered) if titles or answered else ""
    said = (Reply(text),) if text else ()
    return outcome.but(replies=(*outcome.replies, *said), effects=effects)


def _comes(session: Session, pack: Pack, plan: PlanReminders) -> bool:
    rungs = (pack.rung(item.kind) for item in plan.reminders)
    return any(rung is not None and not muting.is_muted(session, rung) for rung in rungs)


def _ahead(turn: Turn, proposal: Proposal) -> PlanReminders | None:
    plan = [item for effect in ladder.planned(turn, proposal) for item in effect.reminders]
    later = tuple(item for item in plan if item.due > turn.now)
    return PlanReminders(proposal.id, later) if later else None


def let_in(turn: Turn) -> Outcome:
    """Plan the reminders of a staff group again that has let Lots in after it had put it out.

    A question to an office whose day has passed meanwhile goes back to the desk at once.
    """
    effects: list[Effect] = []
    for case in turn.snapshot.cases:
        effects += case_ladder.planned_ahead(turn, case)
        effects += office_ladder.planned_of(turn, case)
    return Outcome(turn.session, effects=tuple(effects))

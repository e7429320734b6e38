"""How many drafts there are for each round of a municipality, and what was said of them: numbers for its desk."""

from bot.turns.plans.calls import CASES_KNOWN
from dialogs.conversation.session import RoundCount
from storage.unit_of_work import UnitOfWork

PORTION = 500
"""How many drafts are read at a time: some hundredths of a second."""


def counted(work: UnitOfWork, municipality: str) -> dict[str, RoundCount]:
    """Count the drafts and the undecided open cases of each round that has any."""
    counts: dict[str, RoundCount] = {}
    after = ""
    while True:
        listed, after = work.proposals.portion(municipality, after, PORTION)
        for item in listed:
            known = counts.get(item.round, RoundCount())
            counts[item.round] = known.but(
                drafts=known.drafts + 1,
                sent=known.sent + (item.sent_at is not None),
                confirmed=known.confirmed + (item.receipt_at is not None),
            )
        if not after:
            break
    for case in work.cases.open_in(municipality, CASES_KNOWN):
        if case.round and case.decision is None:
            known = counts.get(case.round, RoundCount())
            own_day = known.own_day + bool(case.decision_by)
            counts[case.round] = known.but(undecided=known.undecided + 1, own_day=own_day)
    return counts

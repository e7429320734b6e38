"""What the database must hold after a round: every answer, every case with all that was said in it, nothing left over.

Read with the bot stopped, through the same storage that the bot uses.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from dialogs.records.case import Case
from dialogs.records.proposal import Proposal
from storage.database import Database
from storage.unit_of_work import UnitOfWork
from tests.chaos.world.people import Association
from tests.chaos.world.script import DESK, JOURNEY

SECRET = "a key for tests, long enough"
ANSWERS = {"FP01": JOURNEY[4][0], "FP02": JOURNEY[0][0], "FP03": JOURNEY[4][2]}
TALK = Counter({("lots", True): 1, ("navigator", False): 1})


def lost(url: str, people: Sequence[Association], *, whole: bool = True, secret: str = SECRET) -> list[str]:
    """Return a line for each thing that is not there as it must be. `whole`: nothing may wait or be in doubt."""
    database = Database.open(url, secret)
    try:
        with database.transaction() as work:
            found = [line for who in people for line in _lost_of(work, who)]
            return [*found, *(_left_over(work) if whole else ())]
    finally:
        database.close()


def _lost_of(work: UnitOfWork, who: Association) -> Iterator[str]:
    drafts, cases = work.proposals.of([who.chat])[who.chat], work.cases.of([who.chat])[who.chat]
    if len(drafts) != 1 or len(cases) != 1:
        yield f"{who.tag} has {len(drafts)} proposals and {len(cases)} cases"
        return
    yield from _wrong_answers(who, drafts[0])
    yield from _wrong_case(who, work.cases.by_reference([cases[0].reference])[cases[0].reference])


def _wrong_answers(who: Association, proposal: Proposal) -> Iterator[str]:
    kept = {name: proposal.answers[name].value for name in ANSWERS if name in proposal.answers}
    if kept != {name: who.said(line) for name, line in ANSWERS.items()}:
        yield f"{who.tag}: of the answers there are {kept}"


def _wrong_case(who: Association, case: Case) -> Iterator[str]:
    talk = Counter((item.author, item.internal) for item in case.messages if item.author != "association")
    said = [item.text for item in case.messages if item.author == "navigator"]
    state = "claimed" if who.asks_again else "answered"  # who writes after the answer waits for the navigator again
    if (case.state, talk, said) != (state, TALK, [who.said(DESK[2])]):
        yield f"{who.tag}: the case is {case.state} with {dict(talk)}"


def _left_over(work: UnitOfWork) -> Iterator[str]:
    outbox, inbox = work.outbox.counts(), work.inbox.counts()
    if inbox["waiting"] or outbox["pending"] or outbox["sending"]:
        yield f"left over: {inbox} {outbox}"


def unmarked(url: str, secret: str = SECRET) -> dict[str, int]:
    """Return how many messages stand refused or in doubt, and how many updates failed."""
    database = Database.open(url, secret)
    try:
        with database.transaction() as work:
            counts = work.outbox.counts()
            return {**{name: counts[name] for name in ("ambiguous", "refused")}, **work.inbox.counts()}
    finally:
        database.close()

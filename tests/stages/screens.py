"""Every screen of a member of an association who has a draft, two cases and a need in hand."""

from dialogs.conversation.events import Said, Sender
from dialogs.conversation.session import ASIDE, Session, Snapshot, Way
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.records.case import Case
from dialogs.records.need import Match, Need
from dialogs.records.proposal import Answer, Proposal
from dialogs.step import PLACES
from tests.stages.in_memory import at
from tests.stages.standing import PRIVATE, STAFF, world

NOW = at("2023-09-01T06:00")
WORDS = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
MATCHES = (
    Match("exclusion/loneliness", 0.5, ("sitter hemma",)),
    Match("exclusion/meaningful-activity", 0.4, ("hela vintern",)),
)
NEED = Need(WORDS, MATCHES, ("exclusion/loneliness",))
CASES = tuple(
    Case(name, "vasa", 101, "sv", "Gubbarna", NEED, (("Behov", WORDS),), opened_at=NOW, answer_by="2023-09-08")
    for name in ("K7WM4", "P3QX9")
)
DRAFT = Proposal("p1", 101, "vasa", "2023-autumn", "sv", {"FP01": Answer("given", "Köket", "Köket")}, need=NEED)
HER = Sender(101, 101, "Anna", "sv")
ONE_PACK = World({"vasa": world().packs["vasa"]}, world().lexicon)
QUESTIONS = [f"proposal.ask {field.id}" for field in ONE_PACK.packs["vasa"].fields if field.asked]
SCREENS = [*sorted(set(PRIVATE) - {"proposal.ask"}), *QUESTIONS]
SNAPSHOT = Snapshot("C8RV2", "p9", (DRAFT,), CASES, CASES[0], staff={"vasa": STAFF})


def screen(name: str) -> Session:
    """The session of somebody who sees a screen, with a draft, two cases and a need in hand."""
    place, _, asking = name.partition(" ")
    session = Session(
        101,
        101,
        "sv",
        "vasa",
        place,
        NEED,
        "p1",
        asking,
        ways=(Way(ASIDE, "office"),),
        case="K7WM4",
        form="IOP",
        greeted=True,
    )
    turn = Turn(session, Said(HER, "?", 1), ONE_PACK, NOW, SNAPSHOT, PLACES)
    return PLACES[place].ask(turn).session

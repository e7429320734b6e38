"""A desk with a round in which four cases wait, in three languages, one of them without a chat."""

from dataclasses import replace

from dialogs.conversation.events import Said
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, RoundDecision, Session, Snapshot
from dialogs.conversation.turn import Turn
from dialogs.desk.places_and_verbs import OF_A_ROUND, PLACES
from dialogs.records.case import Case
from dialogs.records.need import Need
from tests.stages.standing import STAFF, standing

ROUND = "partnership-2023"
NORA = Session(STAFF, 201, "sv", "vasa", "desk")
SWEDISH = Case("K7WM4", "vasa", 101, "sv", "Köket", Need("Vi vill ses"), (), who="Byalaget", round=ROUND, version=3)
FINNISH = SWEDISH.but(reference="P3QX9", chat=102, language="fi", title="Keittiö", who="Kylätoimikunta")
ENGLISH = SWEDISH.but(reference="C8RV2", chat=103, language="en", title="Kitchen", who="Village")
GONE = SWEDISH.but(reference="J4HM6", chat=0, title="Kören", who="Kören")
WAITING = (SWEDISH, FINNISH, ENGLISH, GONE)


def at_desk(session: Session = NORA, cases: tuple[Case, ...] = WAITING, text: str = "") -> Turn:
    """A turn of Nora's, for which the open cases were looked up."""
    turn = standing(session, cases=cases, staff="vasa")
    known = Snapshot("W9FG3", f"d{session.revision + 1}", cases=cases, staff={"vasa": STAFF})
    sender = turn.event.sender.but(name="Nora")
    return replace(turn, event=Said(sender, text, 1), snapshot=known)


def deciding(outcome: Outcome) -> RoundDecision:
    """The decision as it stands."""
    assert outcome.session.desk.deciding is not None
    return outcome.session.desk.deciding


def press(outcome: Outcome, label: str, cases: tuple[Case, ...] = WAITING) -> Outcome:
    """Press a button of the newest message."""
    found = next(offer for offer in outcome.session.offers if offer.label == label)
    return OF_A_ROUND[found.action.verb](at_desk(outcome.session, cases), found.action.argument)


def write(outcome: Outcome, text: str, cases: tuple[Case, ...] = WAITING) -> Outcome:
    """Write words where they are asked for."""
    return PLACES[outcome.session.place].said(at_desk(outcome.session, cases, text), text)


def told(outcome: Outcome) -> list[Reply]:
    """What goes to associations."""
    return [reply for reply in outcome.replies if reply.chat and reply.chat > 0]

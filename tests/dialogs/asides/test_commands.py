"""Side questions say their piece and lead back: dates, contact, cancelling, thanks."""

import pytest

from dialogs.asides import commands
from dialogs.conversation.session import ASIDE, CHANGE, Idea, Session, Way
from tests.stages.standing import standing

SESSION = Session(101, 101, "sv", "vasa", "office", greeted=True)


@pytest.mark.parametrize("command", [commands.dates, commands.contact])
def test_without_a_municipality_it_is_asked_which_and_that_leads_back(command: object) -> None:
    asked = command(standing(SESSION.but(municipality="")))  # type: ignore[operator]
    assert (asked.session.place, asked.session.ways) == ("municipality", (Way(ASIDE, "office"),))
    assert [reply.text for reply in asked.replies] == ["I vilken kommun arbetar ni?"]


@pytest.mark.parametrize(
    ("municipality", "beginning"),
    [
        ("vasa", "<b>Förslag till partnerskap 2023</b>\nOmgången är öppen.\n"),
        ("vaxjo", "I Växjö känner jag inte till någon omgång med sista dag."),
    ],
)
def test_dates_are_those_of_the_round_or_it_is_said_that_there_is_none(municipality: str, beginning: str) -> None:
    told = commands.dates(standing(SESSION.but(municipality=municipality)))
    assert told.session.place == "office"
    assert told.replies[0].text.startswith(beginning)


def test_a_contact_is_a_role_with_its_task() -> None:
    told = commands.contact(standing(SESSION)).replies[0].text.splitlines()
    assert (told[0], len(told)) == ("<b>Kontakt i Vasa</b>", 6)
    assert told[2] == ("Registratorn: Registratorn tar emot post till staden. Dit skickar ni själva de två dokumenten.")


def test_cancelling_leaves_the_step_and_keeps_the_name_alone() -> None:
    asked = SESSION.but(
        place="proposal.ask", asking="FP01", ways=(Way(CHANGE, "proposal.summary"),), idea=Idea("Byalaget rf", "Hej")
    )
    left = commands.cancel(standing(asked)).session
    assert (left.place, left.asking, left.ways, left.idea) == ("start", "", (), Idea("Byalaget rf"))


def test_cancelling_an_erasure_says_that_nothing_was_taken_away_and_leads_back() -> None:
    left = commands.cancel(standing(SESSION.but(place="delete", ways=(Way(ASIDE, "office"),))))
    assert (left.session.place, left.session.ways) == ("office", ())
    assert left.replies[0].text.startswith("Inget togs bort.\n\n")


def test_thanks_leave_the_question_in_hand_as_it_is() -> None:
    assert commands.thanked(standing(SESSION)).session == SESSION


def test_whoever_has_a_draft_chooses_under_dates_which_reminders_come() -> None:
    told = commands.dates(standing(SESSION.but(municipality="vasa", muted=("pitch",))))
    assert [offer.label for offer in told.replies[-1].offers][-2:] == ["Påminn mig igen", "Välj påminnelser"]

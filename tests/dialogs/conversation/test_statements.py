"""What is said of rounds, drafts and cases is what the data says at that moment, on every screen."""

from dataclasses import replace

import pytest

from dialogs.conversation import statements
from dialogs.conversation.session import Session, Snapshot
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.deadlines.last_day import deadline_line
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from knowledge.municipality.pack import Round, Status
from knowledge.reminders.slot import Slot
from tests.stages.outage import a_town, here
from tests.stages.standing import standing, world

VASA = a_town("vasa", "2023-09-15T15:45")
SESSION = Session(101, 101, "sv", "vasa", greeted=True)
DRAFT = Proposal("p1", 101, "vasa", "spring", "sv")
CASE = Case("K7WM4", "vasa", 101, "sv", "Onsdagsköket", Need(), (), answer_by="2023-09-08")


def at(moment: str, *rounds: Round, case: Case | None = None) -> Turn:
    """A turn in Vasa at a moment of its clock, where these rounds are known."""
    town = replace(VASA, rounds=rounds or VASA.rounds)
    turn = standing(SESSION, DRAFT)
    snapshot = Snapshot(proposals=(DRAFT,), cases=(case,) if case else ())
    here_and_now = replace(turn, world=World({"vasa": town}, world().lexicon), now=here(VASA, moment))
    return replace(here_and_now, snapshot=snapshot)


def a_round(deadline: str, status: Status = Status.OPEN, opens: str = "") -> Round:
    [around] = a_town("vasa", deadline, status=status).rounds
    return replace(around, opens=here(VASA, opens) if opens else None)


OVER, AHEAD = a_round("2022-09-15T15:45"), a_round("2023-11-15T15:45", opens="2023-10-01T09:00")
SAID = "Ni har sagt att båda dokumenten är skickade till registratorn (fredag 15 september)."
UNKNOWN = "Jag känner inte till någon öppen omgång just nu. Fråga kontaktpersonen."


@pytest.mark.parametrize(
    ("rounds", "line"),
    [
        ((VASA.rounds[0],), "Sista dag: fredag 15 september kl. 15.45 (Vasatid). Det är 14 dagar kvar."),
        ((OVER,), f"Den senaste omgången jag känner till gick ut torsdag 15 september 2022. {UNKNOWN}"),
        ((OVER, AHEAD), f"Nästa omgång öppnar söndag 1 oktober 2023. {UNKNOWN}"),
        (
            (OVER, a_round("2023-11-15T15:45", Status.CLOSED)),
            f"Omgången med sista dag onsdag 15 november 2023 är inte öppen. {UNKNOWN}",
        ),
    ],
    ids=["open", "over", "opens later", "closed before its last day"],
)
def test_a_round_is_called_open_over_or_ahead_as_person_and_clock_agree(rounds: tuple[Round, ...], line: str) -> None:
    assert deadline_line(at("2023-09-01T09:00", *rounds)) == line


@pytest.mark.parametrize(
    ("changes", "moment", "said"),
    [
        ({}, "2023-09-15T15:45", "Sparat, inte skickat."),
        (
            {},
            "2023-09-15T15:46",
            "Sparat. Tiden har gått ut, och ni har inte sagt att dokumenten skickades till registratorn.",
        ),
        (
            {"case": "K7WM4"},
            "2023-09-02T09:00",
            "Sparat, inte skickat till registratorn.\nKontaktpersonen har fått det, ärende K7WM4.",
        ),
        (
            {"sent_at": here(VASA, "2023-09-15T12:00")},
            "2023-09-15T12:00",
            f"{SAID} Ingen bekräftelse är noterad.",
        ),
        (
            {"sent_at": here(VASA, "2023-09-15T12:00"), "receipt_at": here(VASA, "2023-09-18T12:00")},
            "2023-09-18T12:00",
            f"{SAID} Registratorn har bekräftat, enligt er.",
        ),
        (
            {"unsent_at": here(VASA, "2023-09-16T12:00")},
            "2023-09-18T12:00",
            "Ni har sagt att dokumenten inte skickades till registratorn i tid.",
        ),
    ],
)
def test_a_draft_is_said_to_be_what_the_person_said_of_it(changes: dict[str, object], moment: str, said: str) -> None:
    assert statements.about_sending(at(moment), DRAFT.but(**changes)) == said


def test_the_own_time_in_the_pitch_is_said_until_it_is_over() -> None:
    begins, ends = (here(VASA, f"2023-09-19T{clock}").astimezone(VASA.zone) for clock in ("16:30", "16:40"))
    slot = Slot("p1", begins, ends)
    around = replace(VASA.rounds[0], pitch=slot.at, slots=(slot,))
    sent = DRAFT.but(sent_at=here(VASA, "2023-09-15T12:00"), round=around.id)
    own = "Er pitch är tisdag 19 september kl. 16.30."
    assert own in statements.about_sending(at("2023-09-19T16:39", around), sent)
    assert own not in statements.about_sending(at("2023-09-19T16:40", around), sent)


def test_a_withdrawn_case_is_not_said_to_be_with_the_contact_person() -> None:
    turn = at("2023-09-02T09:00", case=CASE.but(state="withdrawn"))
    assert "Ärende K7WM4 hos kontaktpersonen är tillbakadraget." in statements.about_sending(
        turn, DRAFT.but(case="K7WM4")
    )


@pytest.mark.parametrize(
    ("state", "moment", "late"),
    [
        ("new", "2023-09-08T23:59", False),
        ("new", "2023-09-09T00:00", True),
        ("claimed", "2023-09-09T00:00", True),
        ("answered", "2023-09-09T00:00", False),
        ("closed", "2023-09-09T00:00", False),
        ("withdrawn", "2023-09-09T00:00", False),
    ],
)
def test_an_answer_is_late_when_its_day_has_passed_and_somebody_waits(state: str, moment: str, late: bool) -> None:
    assert statements.is_late(at(moment), CASE.but(state=state)) is late


def test_drafts_of_one_name_are_numbered_each_of_them() -> None:
    kitchen, camp = (DRAFT.but(answers={"FP01": Answer("given", name, name)}) for name in ("Köket", "Lägret"))

    names = statements.named_apart(at("2023-09-01T09:00"), (kitchen, kitchen.but(id="p2"), camp.but(id="p3")))

    assert names == ["Köket (1)", "Köket (2)", "Lägret"]

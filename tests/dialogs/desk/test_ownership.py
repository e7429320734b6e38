"""Whose a case is: taken by whoever wants it, given back by its owner alone."""

import pytest

from dialogs.cards.card import card
from dialogs.conversation.effects import SaveCase
from dialogs.conversation.session import Session
from dialogs.desk import ownership
from dialogs.records.case import Case
from dialogs.records.need import Need
from tests.stages.in_memory import at
from tests.stages.standing import STAFF, standing

NOW = at("2023-09-01T06:00")
CASE = Case("K7WM4", "vasa", 101, "sv", "Byalaget", Need("Vi vill ses"), (("Förening", "Byalaget rf"),), opened_at=NOW)
NORA = Session(STAFF, 201, "sv", "vasa")


def test_a_claim_tells_everybody_and_is_kept() -> None:
    outcome = ownership.claim(standing(NORA, case=CASE, staff="vasa"), CASE)
    hers = {"owner": 201, "owner_name": "Anna", "owner_language": "sv"}
    taken = CASE.but(state="claimed", version=1, acted_at=NOW, **hers)
    assert outcome.effects[0] == SaveCase(taken, 0)
    assert outcome.replies[0] == card(standing(NORA, case=taken, staff="vasa"), taken, STAFF)


def test_only_its_owner_releases_a_case_and_what_was_answered_stays_so() -> None:
    niko_s = CASE.but(state="answered", owner=202, owner_name="Niko", version=3)
    refused = ownership.release(standing(NORA, case=niko_s, staff="vasa"), niko_s)
    assert refused.effects == ()
    assert refused.replies[0].text == (
        "Niko har ärende K7WM4, och bara Niko kan släppa det. Använd Ta över om du vill ha det. Alla i gruppen ser det."
    )
    hers = niko_s.but(owner=201, owner_name="Anna")
    released = ownership.release(standing(NORA, case=hers, staff="vasa"), hers)
    assert released.effects[0] == SaveCase(hers.but(owner=0, owner_name="", version=4), 3)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"owner": 201, "owner_name": "Anna"}, "Du har redan ärende K7WM4."),
        (
            {"owner": 202, "owner_name": "Niko"},
            "Niko har redan tagit ärende K7WM4. Använd Ta över om du vill ha det.",
        ),
        ({"state": "closed"}, "Ärende K7WM4 är avslutat."),
        ({"state": "withdrawn"}, "Ärende K7WM4 är tillbakadraget."),
    ],
)
def test_what_cannot_be_taken_is_answered_with_the_reason(changes: dict[str, object], words: str) -> None:
    case = CASE.but(**changes)
    refused = ownership.claim(standing(NORA, case=case, staff="vasa"), case)
    assert ([reply.text for reply in refused.replies], refused.effects) == ([words], ())

"""A case is found by each thing that a navigator may remember of it, and by the name of its state in any language."""

import pytest

from dialogs.overview.searching import found
from dialogs.records.case import Case
from dialogs.records.case_states import CaseState
from dialogs.records.need import Need
from tests.stages.staff_group import CASE, SESSION
from tests.stages.standing import standing

KITCHEN = CASE.but(title="Onsdagsköket", who="Byalaget rf", owner=201, owner_name="Nora", state=CaseState.CLAIMED)
CHOIR = CASE.but(
    reference="C8RV2",
    title="Ny start",
    who="Kören ry",
    state=CaseState.CLOSED,
    need=Need("Vi sjunger", offices=("culture-leisure",)),
)
OLD = CASE.but(reference="P3QX9", title="Ett behov", who="", lines=(("Förening", "Hjälparna"),), writer="Anna A")


@pytest.mark.parametrize(
    ("wanted", "cases"),
    [
        ("onsdag", (KITCHEN,)),
        ("BYALAGET", (KITCHEN,)),
        ("k7w", (KITCHEN,)),
        ("nora", (KITCHEN,)),
        ("Kultur", (CHOIR,)),
        ("kulttuuri", (CHOIR,)),
        ("hjälparna", (OLD,)),
        ("anna", (OLD,)),
        ("avslutad", (CHOIR,)),
        ("closed", (CHOIR,)),
        ("otettu", ()),
        ("ny", (CHOIR, OLD)),
        ("kören avslutad", (CHOIR,)),
        ("kören byalaget", ()),
        ("", (KITCHEN, CHOIR, OLD)),
    ],
)
def test_a_case_is_found_by_what_is_remembered_of_it(wanted: str, cases: tuple[Case, ...]) -> None:
    turn = standing(SESSION, staff="vasa")
    assert found(turn, wanted, (KITCHEN, CHOIR, OLD)) == cases

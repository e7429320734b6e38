"""Stage 2 in the Swedish packs: each question rests on a fact of its page, or says that the page is silent."""

import pytest

from knowledge.agreement.checklist import has_stage_2, is_silent_on, items, of_the_municipality, under
from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.meaning import Heading, Meaning
from knowledge.municipality.pack import SECTIONS, Field, Pack

PACKS = load_packs()
SWEDISH = [name for name, pack in PACKS.items() if pack.country == "SE"]
SILENT = {
    Language.SV: ("Sidan säger inget", "Bilderna säger inget"),
    Language.FI: ("Sivu ei kerro", "Diat eivät kerro"),
    Language.EN: ("The page says nothing", "The slides say nothing"),
}
"""What a question says that the municipality's page does not speak of."""


def of_stage_2(pack: Pack) -> list[Field]:
    return [field for field in pack.fields if field.section not in SECTIONS]


@pytest.mark.parametrize("name", SWEDISH)
def test_every_municipality_works_out_agreements_under_the_fifteen_headings(name: str) -> None:
    pack = PACKS[name]
    asked = (*items(pack, {}), *of_the_municipality(pack))
    assert (has_stage_2(pack), {field.outline for field in asked}) == (True, set(Heading))


@pytest.mark.parametrize("name", SWEDISH)
def test_what_no_fact_speaks_of_may_be_left_out_and_says_so_in_every_language(name: str) -> None:
    wrong = [
        (field.id, language)
        for field in of_stage_2(PACKS[name])
        for language in Language
        if (not field.facts) is not field.why[language].startswith(SILENT[language])
        or (not field.facts and field.need != "O")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "silent"),
    [
        ("vasa", set()),
        ("goteborg", {Heading.PUBLICITY, Heading.SURPLUS, Heading.SIGNATURES}),
        ("ostersund", {Heading.ORGANISATION, Heading.FOLLOW_UP, Heading.PUBLICITY, Heading.SIGNATURES}),
        (
            "vaxjo",
            {Heading.ORGANISATION, Heading.FOLLOW_UP, Heading.INFORMATION, Heading.PUBLICITY}
            | {Heading.SURPLUS, Heading.CHANGES, Heading.SIGNATURES},
        ),
    ],
)
def test_where_a_page_is_silent_the_heading_is_left_open(name: str, silent: set[Heading]) -> None:
    assert {heading for heading in Heading if is_silent_on(heading, PACKS[name])} == silent


@pytest.mark.parametrize(
    ("name", "heading", "facts"),
    [
        pytest.param("goteborg", Heading.BACKGROUND, {"G2", "G8"}, marks=pytest.mark.covers("G8")),
        pytest.param("goteborg", Heading.TRUST, {"G4", "G13"}, marks=pytest.mark.covers("G4", "G13")),
        pytest.param("goteborg", Heading.RESOURCES, {"G8"}, marks=pytest.mark.covers("G8")),
        pytest.param("goteborg", Heading.ORGANISATION, {"G12", "W14"}, marks=pytest.mark.covers("G12")),
        pytest.param("goteborg", Heading.FOLLOW_UP, {"G12"}, marks=pytest.mark.covers("G12")),
        pytest.param("goteborg", Heading.TERM, {"G8", "G10"}, marks=pytest.mark.covers("G10")),
        pytest.param("goteborg", Heading.LIMITS, {"G5", "G6", "G7", "G8"}, marks=pytest.mark.covers("G5", "G6", "G7")),
        pytest.param("ostersund", Heading.BACKGROUND, {"O7", "O14"}, marks=pytest.mark.covers("O14")),
        pytest.param("ostersund", Heading.RESOURCES, {"O7", "O13", "O15"}, marks=pytest.mark.covers("O7", "O15")),
        pytest.param("ostersund", Heading.SURPLUS, {"O8"}, marks=pytest.mark.covers("O8")),
        pytest.param("ostersund", Heading.CHANGES, {"O9"}, marks=pytest.mark.covers("O9")),
        pytest.param("ostersund", Heading.LIMITS, {"O8", "O9", "O10"}, marks=pytest.mark.covers("O8", "O10")),
        pytest.param("vaxjo", Heading.TRUST, {"X6"}, marks=pytest.mark.covers("X6")),
        pytest.param("vaxjo", Heading.METHOD, {"X4", "X6", "W13"}, marks=pytest.mark.covers("X4")),
        pytest.param("vaxjo", Heading.TERM, {"X4", "X5"}, marks=pytest.mark.covers("X5")),
        pytest.param("vaxjo", Heading.LIMITS, {"X2"}, marks=pytest.mark.covers("X2")),
    ],
)
def test_what_the_facts_say_of_an_agreement_stands_under_its_heading(
    name: str, heading: Heading, facts: set[str]
) -> None:
    own = under(heading, of_stage_2(PACKS[name]))
    assert facts <= {fact for field in own for fact in field.facts}


@pytest.mark.covers("O7", "O9", "X3", "X4")
@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("goteborg", ["iop", "grant", "purchase", "other"]),
        ("ostersund", ["iop", "grant", "purchase", "other"]),
        ("vaxjo", ["cooperation", "partnership", "grant", "other"]),
    ],
)
def test_the_desk_says_which_form_was_chosen(name: str, forms: list[str]) -> None:
    assert [option.value for option in PACKS[name].fields_by_id["KM09"].options] == forms


@pytest.mark.covers("S3")
@pytest.mark.parametrize("name", SWEDISH)
def test_the_days_of_an_agreement_can_be_set_everywhere_and_feed_its_reminders(name: str) -> None:
    days = (Meaning.AGREEMENT_TERM, Meaning.YEARLY_DISCUSSION, Meaning.REPORT_DAY, Meaning.IMPLEMENTATIONS)
    own = {field.means for field in of_the_municipality(PACKS[name])}
    assert set(days) <= own

"""What goes into which box of a form, and what is told of what does not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dialogs.records.proposal import Answer
from knowledge.blanks.blank import Blank, Mapped
from knowledge.language import Language
from knowledge.papers.form_entries import entries
from knowledge.papers.gaps import FilledForm, Gap
from knowledge.papers.paper import paper
from tests.bot.documents.form.blanks import BOXES, a_blank
from tests.knowledge.answers.fields import vasa

DAY = date(2026, 12, 1)
ANSWERS: dict[str, Any] = {
    "GU01": "Exempel rf",
    "GU02": {"number": "2077474-0", "country": "FI"},
    "GU13": {"rules": "yes", "board": "no", "auditor": "no"},
    "GU14": "Öppen träff varje onsdag.",
    "GU17": "sv",
}


def filled(blank: Blank, **values: Any) -> Any:
    given = {key: Answer("given", "", value) for key, value in (ANSWERS | values).items()}
    return entries(FilledForm(vasa(), given, Language.SV, 2026), blank, DAY)


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_answers_stand_in_their_boxes_in_the_form_s_own_words(ending: str) -> None:
    made = filled(a_blank(ending))
    assert (made.by_box, made.gaps) == (
        {
            "name": "Exempel rf",
            "number": "20774740",
            "activity": "Öppen träff varje onsdag.",
            "rules": True,
            "board": "Nej",
            "language": "Svenska",
            "day": DAY,
        },
        (),
    )


@pytest.mark.parametrize(
    ("field", "value", "reason", "values", "box"),
    [
        ("GU14", "Öppen träff. " * 40, "form.long", {"length": "520", "most": "244"}, None),
        ("GU17", "en", "form.choice", {"value": "Engelska"}, None),
        ("GU01", "Čáhppesguovlu ŋ rf", "form.signs", {"signs": "Čŋ"}, "name"),
        ("GU12", 85, "form.no-box", {}, None),
    ],
)
def test_what_cannot_be_filled_in_is_told_and_never_cut(
    field: str, value: Any, reason: str, values: dict[str, str], box: str | None
) -> None:
    made = filled(a_blank(), **{field: value})
    label = vasa().fields_by_id[field].label[Language.SV]
    assert made.gaps == (Gap(label, reason, {"label": label, **values}),)
    assert [name for name, entry in made.by_box.items() if entry == value] == ([box] if box else [])


def test_a_box_stays_empty_without_an_answer_or_with_one_that_was_not_understood() -> None:
    unclear = {"GU01": Answer("unclear", "??"), "GU02": Answer("unknown", "vet inte")}
    made = entries(FilledForm(vasa(), unclear, Language.SV, 2026), a_blank(), None)
    assert (made.by_box, made.gaps) == ({}, ())


def test_a_form_that_lost_a_box_is_filled_without_it() -> None:
    made = filled(a_blank(mapped=(*BOXES, Mapped("gone", "GU12"))), GU12=85)
    assert [gap.reason for gap in made.gaps] == ["form.no-box"]


def test_the_data_sheet_tells_it_too_and_leaves_the_demanded_name_to_the_form() -> None:
    pack = replace(vasa(), blanks=(a_blank(),))
    given = {key: Answer("given", "", value) for key, value in (ANSWERS | {"GU12": 85}).items()}
    sheets = {language: paper(pack, given, language, "basics", DAY) for language in (Language.SV, Language.FI)}
    assert {language: one.filename_stem for language, one in sheets.items()} == {
        Language.SV: "Exempel rf_grunduppgifter-underlag",
        Language.FI: "Exempel rf_perustiedot",
    }
    told = {
        language: [gap.label for gap in one.gaps if gap.reason == "form.no-box"] for language, one in sheets.items()
    }
    assert told == {Language.SV: ["Medlemmar"], Language.FI: []}

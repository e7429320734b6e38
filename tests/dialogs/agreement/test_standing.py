"""How an agreement stands in words: counted, what is missing under which heading, and answers in rows."""

from dialogs.agreement.standing import by_heading, facts, heading_words, rows
from dialogs.records.agreements.draft import draft_of
from dialogs.records.proposal import Answer, Proposal
from knowledge.agreement.checklist import items
from knowledge.language import Language
from knowledge.municipality.meaning import Heading
from tests.dialogs.agreement.decided import given, opened
from tests.stages.standing import world

VASA = world().packs["vasa"]
SV = Language.SV


def draft(**answers: Answer) -> Proposal:
    found = draft_of(opened(**answers))
    assert found is not None
    return found


def test_what_is_done_under_way_or_missing_is_counted_and_named() -> None:
    empty = facts(VASA, draft(), SV)
    some = facts(
        VASA,
        draft(
            AG05=given("Vi håller öppet"),
            AG01=given({"choice": "partly", "text": ""}),
            AG21=given({"choice": "yes", "text": ""}),
        ),
        SV,
    )
    assert (empty["done"], some["done"], some["underway"], some["crossed"]) == (
        0,
        1,
        ["Allmänna villkor"],
        ["Lagstadgad uppgift"],
    )
    assert empty["total"] == some["total"]
    named = {label for _, _, labels in some["missing"] for label in labels}
    assert {"Vad ni lovar", "Allmänna villkor"} & named == set()
    assert "Lagstadgad uppgift" in named


def test_what_may_be_left_out_is_not_missing_once_it_was() -> None:
    def missing(**answers: Answer) -> set[str]:
        found = facts(VASA, draft(**answers), SV)["missing"]
        return {label for _, _, labels in found for label in labels}

    assert "Gemensamma kvällar" not in missing()
    assert "Samarbetspartner" in missing()
    assert "Samarbetspartner" not in missing(FP14=Answer("skipped"))
    assert "Gemensamma kvällar" in missing(AG15=Answer("unclear", "?"))


def test_headings_keep_their_numbers() -> None:
    asked = [field for field in items(VASA, {}) if field.id in {"AG05", "AG21"}]
    assert by_heading(asked, SV, VASA) == [
        (3, heading_words(Heading.TRUST, SV, VASA), ["Vad ni lovar"]),
        (14, "Vad avtalet inte är", ["Lagstadgad uppgift"]),
    ]


def test_rows_show_answers_as_they_stand_and_say_where_there_is_none() -> None:
    fields = [VASA.fields_by_id[name] for name in ("AG01", "AG03", "AG04", "AG05")]
    known = draft(
        AG01=given({"choice": "partly", "text": "Kassören"}),
        AG03=Answer("unknown"),
        AG04=Answer("unclear", "hm"),
    )
    assert rows(VASA, known, fields, SV) == [
        ("Allmänna villkor", "På gång · Kassören"),
        ("Parter och ansvar", "Vet inte än"),
        ("Strategi och behov", "hm"),
        ("Vad ni lovar", "Inte angivet"),
    ]

"""The four files of a proposal, opened as a registrar would open them."""

import pytest

from bot.documents.render import render
from knowledge.answers import shown_lines
from knowledge.pack import Language, words
from tests.bot.documents.papers import a_proposal, document, pdf_reader, vasa, words_of

SWEDISH = ["Vasa Exempelförening rf_grunduppgifter", "Vasa Exempelförening rf_forslagspapper"]
FINNISH = ["Vaasan Esimerkkiyhdistys ry_perustiedot", "Vaasan Esimerkkiyhdistys ry_ehdotuspaperi"]
HOSTILE = "{{7*7}} {% for x in y %} <b>fet</b> & #eval(1) $x^2$ *stark* _kursiv_ \\u{1F600} @cite [länk](x)"


def names_of(stems: list[str]) -> list[str]:
    return [f"{stem}.{ending}" for stem in stems for ending in ("pdf", "docx")]


@pytest.mark.covers("V9")
@pytest.mark.covers("V10")
@pytest.mark.parametrize(
    ("language", "stems"), [(Language.SV, SWEDISH), (Language.FI, FINNISH), (Language.EN, SWEDISH)]
)
def test_four_files_with_the_names_that_the_city_demands(language: Language, stems: list[str]) -> None:
    assert [name for name, _ in render(a_proposal(language), vasa(), language)] == names_of(stems)


@pytest.mark.parametrize("language", list(Language))
def test_every_answer_stands_in_both_formats(language: Language) -> None:
    pack, proposal = vasa(), a_proposal(language)
    files = render(proposal, pack, language)
    for section, pair in (("basics", files[:2]), ("proposal", files[2:])):
        for field in (one for one in pack.fields if one.section == section):
            lines = shown_lines(field, proposal.answers[field.id].value, language, pack)
            expected = [part for line in lines for part in line.replace(": ", " ").replace(" (", " ").split()]
            found = [words_of(name, content) for name, content in pair]
            missing = [
                word for word in expected for text in found if word.strip("():").replace("\u00a0", " ") not in text
            ]
            assert (field.id, missing) == (field.id, [])


@pytest.mark.covers("V10")
def test_names_follow_a_change_of_name_and_of_language() -> None:
    renamed = a_proposal(GU01="Nya namnet rf")
    assert [name for name, _ in render(renamed, vasa(), "fi")] == names_of(
        ["Nya namnet rf_perustiedot", "Nya namnet rf_ehdotuspaperi"]
    )


def test_the_document_language_is_that_of_the_papers_not_of_the_answers() -> None:
    files = render(a_proposal(Language.SV), vasa(), Language.FI)
    text = words_of(*files[3])
    assert [words(vasa().fields_by_id["FP07"].label, Language.FI) in text, "Yhteensä" in text, "Kostnader" in text] == [
        True,
        False,
        False,
    ]


@pytest.mark.covers("V11")
def test_gaps_are_listed_and_unclear_words_kept() -> None:
    files = render(a_proposal(FP12="tolvtusen + lite till", FP08=None), vasa(), "sv")
    for name, content in files[2:]:
        text = words_of(name, content)
        assert "tolvtusen + lite till Så här skrev föreningen. Svaret är inte kontrollerat." in text
        assert "Luckor De här punkterna är inte klara än." in text
        gaps = text.partition("inte klara än.")[2]
        assert ["Tidtabell" in gaps, "Pengar från Vasa" in gaps, "Inte angivet" in text] == [True, True, True]


def test_an_answer_of_a_time_when_its_field_was_of_another_kind_stands_as_it_was_typed() -> None:
    draft = a_proposal()
    strange = dict.fromkeys(("FP05", "FP07", "FP08", "GU02"), draft.answers["FP17"].value)
    answers = {name: draft.answers[name].but(value=value) for name, value in strange.items()}
    unclear = {name: answer.but(state="unclear", value=None) for name, answer in answers.items()}
    pairs = zip(
        render(draft.but(answers=draft.answers | answers), vasa(), "sv"),
        render(draft.but(answers=draft.answers | unclear), vasa(), "sv"),
        strict=True,
    )
    assert [words_of(*one) == words_of(*other) for one, other in pairs] == [True] * 4


def test_without_gaps_the_paper_says_so() -> None:
    assert "Inga luckor. Alla punkter har ett svar." in words_of(*render(a_proposal(), vasa(), "sv")[2])


@pytest.mark.parametrize("text", [HOSTILE, "x " * 2000, "a\x00b\x0bc\ufffe\ud800", "שלום مرحبا", "🎉 👩‍👩‍👧 ½ ²"])
def test_hostile_and_odd_text_stays_text(text: str) -> None:
    files = render(a_proposal(FP03=f"Vi gör detta varje vecka med alla i byn: {text}"[:2000]).but(id="p"), vasa(), "sv")
    assert len(files) == 4
    if text == HOSTILE:
        assert [HOSTILE in words_of(name, content) for name, content in files[2:]] == [True, True]


def test_hostile_words_that_were_not_understood_stay_text_too() -> None:
    files = render(a_proposal(FP12=HOSTILE, GU02=HOSTILE), vasa(), "sv")
    assert [HOSTILE in words_of(name, content) for name, content in files] == [True] * 4


def test_a_table_of_money_has_its_total() -> None:
    files = render(a_proposal(FP07="Lön 12 000 €\nHyra 500,50"), vasa(), "sv")
    assert ["Summa 12 500,50 €" in words_of(name, content) for name, content in files[2:]] == [True, True]


def test_the_same_proposal_gives_the_same_bytes() -> None:
    assert render(a_proposal(), vasa(), "sv") == render(a_proposal(), vasa(), "sv")


def test_the_day_on_the_paper_is_that_of_the_city() -> None:
    assert "5 september 2023" in words_of(*render(a_proposal(), vasa(), "sv")[3])
    assert "2023" not in words_of(*render(a_proposal().but(documents_at=None), vasa(), "sv")[3])


def test_an_empty_proposal_still_has_its_files() -> None:
    empty = a_proposal().but(answers={})
    assert [name for name, _ in render(empty, vasa(), "fi")] == names_of(
        ["Nimetön yhdistys_perustiedot", "Nimetön yhdistys_ehdotuspaperi"]
    )


def test_the_pdf_is_tagged_and_says_its_title_and_language() -> None:
    for _, content in render(a_proposal(Language.FI), vasa(), "fi")[::2]:
        reader = pdf_reader(content)
        root: dict[str, object] = reader.trailer["/Root"]  # type: ignore[assignment]
        assert (root["/Lang"], root["/MarkInfo"]["/Marked"], "/StructTreeRoot" in root) == ("fi-FI", True, True)  # type: ignore[index]
        assert b"pdfuaid:part" in content
        assert str(reader.metadata.title).endswith(("Yhdistyksen perustiedot", "Ehdotuspaperi"))  # type: ignore[union-attr]


def test_the_docx_has_real_headings_a_title_and_a_language() -> None:
    opened = document(render(a_proposal(), vasa(), "sv")[3][1])
    styles = [paragraph.style.name for paragraph in opened.paragraphs]
    assert (styles.count("Heading 1"), styles.count("Heading 2") > 10, len(opened.tables) >= 2) == (1, True, True)
    assert opened.core_properties.title == "Onsdagsköket – Förslagspapper"
    assert 'w:lang w:val="sv-FI"' in opened.styles.element.xml

"""The four files of a proposal, opened as a registrar would open them."""

from html import unescape

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from bot.documents.layout import LEAST_ON_LAST_PAGE
from bot.documents.render import render
from knowledge.answers import shown_lines
from knowledge.language import Language, words
from tests.bot.documents.papers import (
    a_proposal,
    document,
    languages_of,
    pdf_reader,
    styles_of,
    tags,
    vasa,
    words_in_order,
    words_of,
)
from tests.bot.documents.scripts import SENTENCES

pytestmark = pytest.mark.slow

SWEDISH = ["Vasa Exempelförening rf_grunduppgifter", "Vasa Exempelförening rf_forslagspapper"]
FINNISH = ["Vaasan Esimerkkiyhdistys ry_perustiedot", "Vaasan Esimerkkiyhdistys ry_ehdotuspaperi"]
LISTS = "Många är ensamma.\n- äldre äter ensamma\n  * också på helgen\n\n1. träffen är full\n2. köket är litet"
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
        found = [words_of(name, content) for name, content in pair]
        for field in (one for one in pack.fields if one.section == section):
            lines = shown_lines(field, proposal.answers[field.id].value, language, pack)
            expected = [part for line in lines for part in line.replace(": ", " ").replace(" (", " ").split()]
            missing = [word for word in expected for text in found if word.strip("():") not in text]
            assert (field.id, missing) == (field.id, [])


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "said", [{}, {"FP05": None, "FP08": None, "FP12": "ganska mycket"}, {"FP02": LISTS, "FP11": "nej"}]
)
def test_both_formats_say_the_same_words_in_the_same_order(language: Language, said: dict[str, str | None]) -> None:
    for pdf, word in zip(*[iter(render(a_proposal(language, **said), vasa(), language))] * 2, strict=True):
        assert words_in_order(*pdf) == words_in_order(*word)


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
        True,
        False,
    ]


@pytest.mark.covers("V11")
def test_gaps_stand_once_last_on_the_proposal_with_their_reasons_and_unclear_words_are_kept() -> None:
    files = render(
        a_proposal(FP12="ganska mycket + lite till", FP08=None, FP15=None, GU09="Anna Exempel"), vasa(), "sv"
    )
    for name, content in files[2:]:
        rest = words_of(name, content).partition("Att komplettera ")[0]
        assert last_list(name, content) == (
            "Saknas: Tidtabell. "
            "Årligt bidrag från Vasa stad: svaret gick inte att läsa. Det står som ni skrev det. "
            "Kan läggas till: Stadens insats."
        )
        assert "ganska mycket + lite till Så här skrev föreningen. Svaret är inte kontrollerat." in rest
        assert ["Tidtabell" in rest, "Stadens insats" in rest, "Inte angivet" in rest] == [False, False, False]
    assert ["Kontaktperson: rollen saknas för Anna Exempel." in words_of(*file) for file in files[:2]] == [True, True]


@pytest.mark.covers("V15")
def test_sums_that_do_not_fit_together_are_among_the_gaps() -> None:
    draft = a_proposal(FP07="Lön 20 000", FP12="8 000", FP11="STEA 2 000, sökt", GU16="Avgifter 6 699,50", FP13="12")
    for file in render(draft, vasa(), "sv")[2:]:
        assert last_list(*file) == (
            "Kostnaderna är 20 000 € per år. 3 300,50 € saknar källa. "
            "Finansieringen är 12 månader, men tidtabellen är 24 månader."
        )


@pytest.mark.covers("V10")
def test_a_name_that_is_too_long_for_its_question_is_still_the_name() -> None:
    name = "Österbottens byars gemenskap för välfärd, hälsa och delaktighet " * 2 + "rf"
    files = render(a_proposal(GU01=name), vasa(), "sv")
    assert {name.startswith("Österbottens byars gemenskap") for name, _ in files} == {True}
    assert [name in words_of(*file) for file in files] == [True] * 4


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


def last_list(name: str, content: bytes) -> str:
    """What stands between the heading of the gaps, which is the last one, and the foot of the page."""
    words = words_of(name, content).partition("Att komplettera ")[2]
    return words.partition(" Vasa Exempelförening rf · ")[0].replace("• ", "")


def test_the_data_sheet_has_its_gaps_where_a_registrar_looks_before_everything_else() -> None:
    for language, heading, first in (
        (Language.SV, "Att komplettera", "Kontakt"),
        (Language.FI, "Täydennettävää", "Yhteys"),
    ):
        for file in render(a_proposal(language, GU09=None), vasa(), language)[:2]:
            words = words_of(*file)
            assert (words.count(heading), words.index(heading) < words.index(first)) == (1, True)


def test_without_gaps_there_is_no_list() -> None:
    draft = a_proposal(FP07="Lön 18 700", FP12="2027: 12 000\n2028: 12 000", FP16=None)
    assert ["Att komplettera" in words_of(*file) for file in render(draft, vasa(), "sv")] == [False] * 4


@pytest.mark.covers("V13")
def test_an_answer_of_one_word_stands_under_its_question() -> None:
    for file in render(a_proposal(FP10="Ja", FP09="Delvis. Vi behöver en kurs."), vasa(), "sv")[2:]:
        text = words_of(*file)
        assert "Kompetens Har föreningen redan den kompetens som behövs? Delvis. Vi behöver en kurs." in text
        assert "Personal Kan föreningens nuvarande personal användas? Ja " in text


def test_answers_in_another_language_than_the_page_are_marked_and_it_is_said() -> None:
    [*_, pdf, word] = render(a_proposal(Language.SV), vasa(), Language.FI)
    assert ["Vastaukset ovat ruotsiksi." in words_of(*file) for file in (pdf, word)] == [True, True]
    assert pdf_reader(pdf[1]).trailer["/Root"]["/Lang"] == "fi-FI"  # type: ignore[index]
    opened = document(word[1])
    assert (languages_of(opened, "Onsdagsköket"), languages_of(opened, "Yksinäisyys")) == ({"sv-FI"}, {"fi-FI"})
    assert 'w:lang w:val="fi-FI"' in opened.styles.element.xml
    assert "Svaren är på" not in words_of(*render(a_proposal(Language.SV), vasa(), Language.SV)[2])


def test_each_answer_is_marked_with_its_own_language() -> None:
    thai, english = SENTENCES["Thai"], "Many of the people in our village eat alone, and we have asked them."
    swedish = "Vi lagar mat och det är öppet för alla som vill."
    [_, _, pdf, word] = render(a_proposal(FP02=english, FP03=f"{swedish} {thai}"), vasa(), "fi")
    opened = document(word[1])
    told = {words: languages_of(opened, words) for words in (english[:20], swedish[:15], thai[:8], "Yksinäisyys")}
    assert list(told.values()) == [{"en-GB"}, {"sv-FI"}, {"th"}, {"fi-FI"}]
    reader = pdf_reader(pdf[1])
    pages = b"".join(page.get_contents().get_data() for page in reader.pages)  # type: ignore[union-attr]
    assert b"/Lang(th)" in pages
    assert {"en-GB", "sv-FI"} <= {
        tag["/Lang"] for tag in tags(reader.trailer["/Root"]["/StructTreeRoot"]) if "/Lang" in tag
    }  # type: ignore[index]


def test_lines_are_as_long_as_those_that_are_read_with_ease() -> None:
    said = "Många över sjuttio år i byn äter ensamma de flesta dagar och säger att de vill ha sällskap. " * 15
    page = pdf_reader(render(a_proposal(FP02=said[:1490]), vasa(), "sv")[2][1]).pages[0]
    lines = [line.strip() for line in page.extract_text().split("\n") if "äter" in line and "Behov" not in line]
    assert (max(map(len, lines)) <= 75, len(lines) > 10) == (True, True)


def test_a_pasted_table_keeps_its_columns_in_both_formats() -> None:
    said = "Så ser en vanlig vecka ut för oss.\nMåndag\t10–12\tPlanering\nOnsdag\t10–14\tLunch"
    [_, _, pdf, word] = render(a_proposal(FP03=said), vasa(), "sv")
    rows = [[cell.text for cell in row.cells] for table in document(word[1]).tables for row in table.rows]
    assert [["Måndag", "10–12", "Planering"] in rows, ["Onsdag", "10–14", "Lunch"] in rows] == [True, True]
    assert "Måndag 10–12 Planering Onsdag 10–14 Lunch" in words_of(*pdf)


def test_the_proposal_opens_with_what_a_jury_asks_first() -> None:
    for file in render(a_proposal(FP07="Lön 18 700", FP16=None), vasa(), "sv")[2:]:
        top = words_of(*file).partition(" 1 Behov ")[0].partition("I korthet ")[2]
        assert top == (
            "Utmaning Ensamhet Tidtabell 1 januari 2027 – 31 december 2028 "
            "Samarbetspartner Vasa församling (lånar ut köket) Bidrag från Vasa 2027: 12 000 € "
            "Kostnader 18 700 € per år 37 400 € på 24 månader Annan finansiering STEA: 5 000 € (sökt)"
        )


def test_the_data_sheet_is_one_page_with_a_place_for_the_registrar() -> None:
    for language, stamp in ((Language.SV, "Ankom Diarienummer"), (Language.FI, "Saapunut Diaarinumero")):
        pdf, word = render(a_proposal(language), vasa(), language)[:2]
        assert (len(pdf_reader(pdf[1]).pages), stamp in words_of(*pdf), stamp in words_of(*word)) == (1, True, True)


def test_a_short_answer_and_its_note_stay_on_one_page() -> None:
    long = "Vi lagar mat ihop i byagården varje vecka. " * 40
    for length in range(600, 1500, 150):
        draft = a_proposal(FP03=long[:length], FP12="ganska mycket eller mer\nom vi får")
        pages = [" ".join(page.extract_text().split()) for page in pdf_reader(render(draft, vasa(), "sv")[2][1]).pages]
        whole = "ganska mycket eller mer om vi får Så här skrev föreningen."
        assert [whole in page for page in pages].count(True) == 1


def test_each_page_says_whose_it_is() -> None:
    [basics, _, paper, word] = render(
        a_proposal(FP02="Många äldre äter ensamma. " * 50, FP03="Vi ses. " * 240), vasa(), "sv"
    )
    pages = [" ".join(page.extract_text().split()) for page in pdf_reader(paper[1]).pages]
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"Vasa Exempelförening rf · Onsdagsköket · Förslagspapper sida {number} ({len(pages)})" in page
    assert "Vasa Exempelförening rf · Föreningens grunduppgifter · underlag, granskas av kommunen" in words_of(*basics)
    assert "Vasa Exempelförening rf · Onsdagsköket · Förslagspapper sida" in words_of(*word)


def test_addresses_are_links_in_both_formats() -> None:
    pdf, word = render(a_proposal(), vasa(), "sv")[:2]
    notes = [note.get_object() for page in pdf_reader(pdf[1]).pages for note in page.get("/Annots", ())]
    assert [note["/A"]["/URI"] for note in notes] == ["mailto:info@exempel.fi", "https://exempel.fi"]
    cells = [cell.text for table in document(word[1]).tables for row in table.rows for cell in row.cells]
    assert {"info@exempel.fi", "https://exempel.fi"} <= set(cells)  # also for readers that know no fields
    body = document(word[1]).element.xml
    assert [
        'HYPERLINK "mailto:info@exempel.fi"' in unescape(body),
        'HYPERLINK "https://exempel.fi"' in unescape(body),
    ] == [True, True]


@pytest.mark.parametrize("text", [HOSTILE, "x " * 2000, "a\x00b\x0bc\ufffe\ud800", "שלום مرحبا", "🎉 👩‍👩‍👧 ½ ²"])
def test_hostile_and_odd_text_stays_text(text: str) -> None:
    files = render(a_proposal(FP03=f"Vi gör detta varje vecka med alla i byn: {text}"[:2000]).but(id="p"), vasa(), "sv")
    assert len(files) == 4
    if text == HOSTILE:
        bare = HOSTILE.replace(" ", "")  # a line may end anywhere in it
        assert [bare in words_of(*file).replace(" ", "") for file in files[2:]] == [True, True]


def test_hostile_words_that_were_not_understood_stay_text_too() -> None:
    files = render(a_proposal(FP12=HOSTILE, GU02=HOSTILE), vasa(), "sv")
    assert [HOSTILE.replace(" ", "") in words_of(*file).replace(" ", "") for file in files] == [True] * 4


def test_sums_have_one_number_of_decimals_and_stand_at_the_right_edge() -> None:
    files = render(a_proposal(FP07="Lön 12 000\nHyra 500,50"), vasa(), "sv")
    expected = "Lön 12 000,00 12 000,00 24 000,00 Hyra 500,50 500,50 1 001,00 Summa 12 500,50 12 500,50 25 001,00"
    assert [expected in words_of(name, content) for name, content in files[2:]] == [True, True]
    tables = document(files[3][1]).tables
    [costs] = [table for table in tables if table.rows[0].cells[0].text == "Kostnad eller källa (€)"]
    sums = [{cell.paragraphs[0].style.name for cell in column.cells} for column in list(costs.columns)[1:]]
    assert sums == [{"Sum", "Sum Total", "Sum Column"}] * 3
    assert document(files[3][1]).styles["Sum"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_the_same_proposal_gives_the_same_bytes() -> None:
    assert render(a_proposal(), vasa(), "sv") == render(a_proposal(), vasa(), "sv")


def test_the_day_on_the_paper_is_that_of_the_city() -> None:
    assert "5 september 2023" in words_of(*render(a_proposal(), vasa(), "sv")[3])
    assert "2023" not in words_of(*render(a_proposal().but(documents_at=None), vasa(), "sv")[3])


def test_an_empty_proposal_still_has_its_files() -> None:
    files = render(a_proposal().but(answers={}), vasa(), "fi")
    assert [name for name, _ in files] == names_of(["Nimetön yhdistys_perustiedot", "Nimetön yhdistys_ehdotuspaperi"])
    assert [len(pdf_reader(content).pages) for _, content in files[::2]] == [1, 1]
    assert ["Puuttuu: Idean nimi, Tarve, Haaste" in words_of(*file) for file in files[2:]] == [True, True]


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
    assert "w:autoHyphenation" in opened.settings.element.xml


def test_no_style_of_the_docx_is_called_like_a_tag_of_pdf() -> None:
    opened = document(render(a_proposal(FP12="ganska mycket"), vasa(), "sv")[3][1])
    assert (
        styles_of(opened) & {"Note", "Quote", "Code", "Caption", "Link", "Reference", "Figure", "Form", "Index"}
        == set()
    )


def test_lists_are_lists_and_each_numbered_one_begins_with_one() -> None:
    twice = a_proposal(FP02=LISTS, FP03=LISTS, FP07="Lön 18 700")
    opened = document(render(twice, vasa(), "sv")[3][1])
    levels = [(one.style.name, one.text) for one in opened.paragraphs if one.style.name.startswith("List")]
    bullets = [("List Bullet", "äldre äter ensamma"), ("List Bullet 2", "också på helgen")]
    numbered = [("List Number", "träffen är full"), ("List Number", "köket är litet")]
    assert levels[:8] == [*bullets, *numbered, *bullets, *numbered]
    numbers = [one._p.pPr.numPr.numId.val for one in opened.paragraphs if one.style.name == "List Number"]
    assert (numbers[0] == numbers[1], numbers[2] == numbers[3], numbers[0] == numbers[2]) == (True, True, False)


def test_what_is_read_from_the_right_begins_at_the_right() -> None:
    opened = document(render(a_proposal(FP02=f"Vi lagar mat ihop.\n{SENTENCES['Arabic']}"), vasa(), "sv")[3][1])
    [arabic] = [one for one in opened.paragraphs if one.style.name == "From Right"]
    assert (arabic.text, "w:bidi" in arabic.style.element.xml) == (SENTENCES["Arabic"], True)


@pytest.mark.covers("V15")
def test_money_of_several_calendar_years_stands_in_a_column_for_each() -> None:
    draft = a_proposal(FP07="Lön 12 000", FP08="1.8.2027–31.7.2030", FP12="12 000", GU16=None)
    expected = (
        "Kostnad eller källa (€) 2027 5 mån 2028 2029 2030 7 mån Totalt Lön 5 000 12 000 12 000 7 000 36 000 "
        "Summa 5 000 12 000 12 000 7 000 36 000"
    )
    files = render(draft, vasa(), "sv")[2:]
    assert [expected in words_of(*file) for file in files] == [True, True]


@pytest.mark.covers("V10", "V11")
def test_a_title_that_is_too_long_stays_on_the_paper_and_is_named() -> None:
    title = "Onsdagsköket för alla som äter ensamma i byarna runt Vasa " + "och Korsholm, med skjuts " * 4
    for file in render(a_proposal(FP01=title), vasa(), "sv")[2:]:
        text = words_of(*file)
        assert text.count(" ".join(title.split())) >= 2  # the heading and the foot of each page
        assert f"Namn på idén: svaret är {len(title.strip())} tecken. Korta det till 80." in text


def test_no_last_sheet_has_a_few_lines_alone() -> None:
    for length in (100, 400, 700, 1000):
        draft = a_proposal(FP03=("Vi lagar mat ihop i byagården varje vecka. " * 40)[:length])
        last = pdf_reader(render(draft, vasa(), "sv")[2][1]).pages[-1]
        assert len([line for line in last.extract_text().splitlines() if line.strip()]) > LEAST_ON_LAST_PAGE

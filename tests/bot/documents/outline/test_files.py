"""The outline as files: both say on every page that they are no agreement, in the language of the papers."""

import io
from datetime import UTC, datetime

import pytest
from docx import Document
from pypdf import PdfReader

from bot.documents.outline.layout import kind_of_agreement, own_words
from bot.documents.render import render
from dialogs.agreement.standing import heading_words
from dialogs.records.agreements.agreement import Agreement
from dialogs.records.agreements.draft import draft_of
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from knowledge.agreement.checklist import items, of_the_municipality
from knowledge.answers import Unclear, read
from knowledge.language import Language
from knowledge.municipality.meaning import Heading
from tests.knowledge.answers.fields import vasa

pytestmark = pytest.mark.slow
NOW = datetime(2026, 12, 1, 8, tzinfo=UTC)
SPOKEN = [Language.SV, Language.FI, Language.EN]


def draft(language: Language, *without: str, **changes: Answer) -> Proposal:
    """A draft with the example of each question as its answer."""
    answers: dict[str, Answer] = {}
    for field in (*items(vasa(), {}), *of_the_municipality(vasa())):
        reading = read(field, field.example[language], language, pack=vasa(), known={}, year=2026)
        assert not isinstance(reading, Unclear)
        answers[field.id] = Answer("given", field.example[language], reading.value)
    answers = {name: answer for name, answer in (answers | changes).items() if name not in without}
    agreement = Agreement(answers, NOW, NOW, language.value, NOW)
    case = Case("K7WM4", "vasa", 101, language.value, "Köket", Need(), (), agreement=agreement)
    found = draft_of(case)
    assert found is not None
    return found


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("language", SPOKEN)
def test_every_page_says_that_it_is_a_basis_and_no_agreement(language: Language) -> None:
    (pdf_name, pdf), (docx_name, docx) = render(draft(language), vasa(), language)
    words = own_words(language)
    assert (pdf_name.endswith(f"{words['file_suffix']}.pdf"), docx_name) == (True, pdf_name.replace(".pdf", ".docx"))
    text = pages(pdf)
    assert len(text) > 1
    assert [number for number, page in enumerate(text) if words["mark"] not in page] == []
    document = Document(io.BytesIO(docx))
    assert [section.header.paragraphs[0].text for section in document.sections] == [words["mark"]]


@pytest.mark.parametrize("language", SPOKEN)
def test_both_have_the_fifteen_headings_in_their_order_and_say_the_same(language: Language) -> None:
    (_, pdf), (_, docx) = render(draft(language), vasa(), language)
    wanted = [f"{number} {heading_words(one, language, vasa())}" for number, one in enumerate(Heading, start=1)]
    document = Document(io.BytesIO(docx))
    headings = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 2"]
    assert headings == wanted
    whole = " ".join(" ".join(pages(pdf)).split())
    assert [heading for heading in wanted if heading not in whole] == []


def test_it_is_tagged_titled_and_in_its_language() -> None:
    reader = PdfReader(io.BytesIO(render(draft(Language.FI), vasa(), Language.FI)[0][1]))
    root = reader.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "fi-FI")
    assert reader.metadata is not None
    assert reader.metadata.title == f"K7WM4 – {kind_of_agreement(vasa(), Language.FI)}"


def test_gaps_are_named_under_their_headings() -> None:
    (_, pdf), (_, docx) = render(draft(Language.SV, "AG12", "KM06", "AG15"), vasa(), Language.SV)
    whole = " ".join(" ".join(pages(pdf)).split())
    shown = [one.text for one in Document(io.BytesIO(docx)).paragraphs]
    place = shown.index("8 Rapport, årlig diskussion och välfärdsberättelse")
    assert shown[place + 1 : place + 3] == [
        "Saknas från föreningen: Rapportering.",
        "Saknas från kommunen: Rapportdag.",
    ]
    assert "Saknas från föreningen: Rapportering." in whole
    assert shown[shown.index("9 Information och gemensamma evenemang") + 1] == "Här står inget än."


def test_the_same_answers_make_the_same_bytes_and_odd_signs_stop_nothing() -> None:
    odd = Answer("given", "", "Vi \ufffe sjunger 𓀀 <b>&</b> #set")
    assert render(draft(Language.SV, AG05=odd), vasa(), Language.SV) == render(
        draft(Language.SV, AG05=odd), vasa(), Language.SV
    )

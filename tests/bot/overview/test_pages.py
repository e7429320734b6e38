"""The yearly report as PDF: one page in each language, whole, tagged, the same bytes for the same numbers."""

import io
from dataclasses import replace
from datetime import date
from itertools import cycle

import pypdf
import pytest

from bot.overview.orders import made_of
from bot.overview.pages import pdf
from bot.overview.reading import Read
from dialogs.conversation.effects import Order, Wanted
from dialogs.overview.period import Period
from dialogs.overview.report.report_words import page
from dialogs.overview.report.welfare_report import welfare_report
from tests.bot.overview.test_picture import everything
from tests.dialogs.overview.town import ROWS, TODAY
from tests.stages.standing import world

WORDS = (
    "Raportti: 1.1.2026–29.5.2026. Nimiä ei ole mukana, eikä alle 5 tarpeen ryhmiä näytetä.\n"
    "Yhtä asiaa ei voi lukea, eikä se ole mukana."
)
DECEMBER = date(2026, 12, 31)


@pytest.mark.parametrize("name", ["vasa", "vaxjo", "goteborg", "ostersund"])
def test_each_language_has_one_page_that_holds_everything(name: str) -> None:
    pack = world().packs[name]
    forms = cycle(item.form.value for item in pack.forms)
    rows = [replace(row, form=next(forms), opened=date(2026, row.opened.month, 1)) for row in everything(pack, 3000)]
    shown = [page(welfare_report(rows, pack, Period(2026, DECEMBER)), pack, language) for language in pack.languages]
    read = pypdf.PdfReader(io.BytesIO(pdf(shown, DECEMBER)))
    assert len(read.pages) == len(pack.languages)
    for one, drawn in zip(shown, read.pages, strict=True):
        text = "".join(drawn.extract_text().replace("\N{SOFT HYPHEN}", "").split()).replace("-", "")
        words = [one["title"], one["note"], one["made"], *(row[0] for part in one["sections"] for row in part["rows"])]
        assert [word for word in words if "".join(word.split()).replace("-", "") not in text] == []
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_an_order_comes_as_a_table_and_as_pages_and_is_the_same_when_it_is_made_again() -> None:
    order = Order(Wanted.REPORT, "vasa", "fi", 2026, TODAY.isoformat())
    once, again = (made_of(Read(ROWS, 1), order, world().packs["vasa"]) for _ in range(2))
    assert [(made.name, made.kind, made.text) for made in once] == [
        ("vasa-2026.xlsx", "document", ""),
        ("vasa-2026.pdf", "document", WORDS),
    ]
    assert once[1] == again[1]

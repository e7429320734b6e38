"""The run sheet as files: both hold every row, the PDF is tagged, and the same order makes the same bytes."""

import asyncio
import io

import pypdf
import pytest
from docx import Document

from bot.database_thread import DatabaseThread
from bot.overview.orders import made_of
from bot.overview.reading import Read, pitch_of
from dialogs.conversation.effects import Order, Wanted
from dialogs.records.proposal import Proposal
from dialogs.records.staff.call import Call, PitchRow
from storage.database import Database
from tests.dialogs.pitch.test_run_sheet import FOUND
from tests.stages.called import BEGUN, VASA
from tests.stages.pitched import SENT
from tests.storage.building import a_case

ORDER = Order(Wanted.RUN_SHEET, "vasa", "sv", 0, "2026-11-02", round="spring")


def test_both_files_hold_every_row_and_are_the_same_when_made_again() -> None:
    once, again = (made_of(Read((), pitch=FOUND), ORDER, VASA) for _ in range(2))
    assert [made.name for made in once] == ["talarlista-2026-11-03.pdf", "talarlista-2026-11-03.docx"]
    assert once == again
    read = pypdf.PdfReader(io.BytesIO(once[0].content))
    text = " ".join("".join(page.extract_text() for page in read.pages).replace("\N{SOFT HYPHEN}", "").split())
    cells = [cell.text for row in Document(io.BytesIO(once[1].content)).tables[0].rows for cell in row.cells]
    for words in ("1. kl. 16.30 till kl. 16.40", "Byalaget (K7WM4)", "Paus, 15 minuter", "2. kl. 16.55 till kl. 17.05"):
        assert words in cells
        assert "".join(words.split()) in "".join(text.split())
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_it_is_made_of_the_order_as_it_is_published_when_its_turn_comes(database: Database) -> None:
    rows = (PitchRow(10, "p1", BEGUN), PitchRow(10, "p2", BEGUN))
    with database.transaction() as work:
        sent = {"round": "spring", "document_language": "sv", "created_at": BEGUN, "sent_at": SENT}
        work.proposals.save([Proposal(f"p{chat}", chat, "vasa", **sent) for chat in (1, 2)])
        work.cases.save(a_case("K7WM4", 1, version=1, round="spring", opened_at=BEGUN), 0)
        work.calls.save(Call("vasa", "spring", version=1, running=rows), 0)
    read = asyncio.run(pitch_of(database, DatabaseThread(), VASA, "spring"))
    assert read.pitch is not None
    assert (read.pitch.rows, [one.proposal for one in read.pitch.known]) == (rows, ["p1", "p2"])
    with pytest.raises(ValueError, match="no pitch of spring"):
        made_of(Read(()), ORDER, VASA)

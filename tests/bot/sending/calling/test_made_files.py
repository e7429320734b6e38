"""Papers that wait in the outbox while the pack of their municipality is taken away."""

import asyncio
from collections.abc import Sequence
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from structlog.testing import capture_logs

from bot.clock import wall
from bot.database_thread import DatabaseThread
from bot.documents.outline.pitch_files import pitch_file
from bot.documents.render import render
from bot.sending.calling.made_files import Files, MadeFile
from bot.sending.deliverer import Deliverer
from bot.sending.limiter import UNLIMITED, Limiter
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Sort, Undeliverable
from dialogs.records.letters.letter import About, Letter
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers.kinds.attached.files import Sent
from storage.database import Database
from storage.queue_items import Kind, Notes, Outgoing, Paper, Parcel, PrintedPitch
from tests.bot.documents.outline.test_pitch_files import PAGE
from tests.bot.running import TOKEN
from tests.stages.standing import world

REASON = "no pack for old-town: its documents cannot be made"
NOWHERE = "http://127.0.0.1:9"


def wanted(municipality: str, number: int) -> dict[str, Any]:
    paper = Paper(Proposal("p1", 101, municipality, "2023", "sv"), "sv", number)
    return {"chat": 101, "method": "sendDocument", "payload": {}, "kind": Kind.PAPER, "notes": Notes(paper=paper)}


def files(database: Database, thread: DatabaseThread) -> Files:
    return Files(world().packs, render, database, thread, wall)


def test_a_paper_of_a_municipality_that_is_no_more_can_never_be_delivered(database: Database) -> None:
    parcel = Parcel(**wanted("old-town", 0), seq=1)
    with pytest.raises(Undeliverable, match=f"^{REASON}$") as refusal:
        asyncio.run(files(database, DatabaseThread()).make(parcel))
    assert refusal.value.sort is Sort.REFUSED


def test_it_ends_as_refused_with_its_reason_and_what_comes_after_it_is_served(database: Database) -> None:
    # No proposal has a ninth file: a parcel that is done without asking Telegram.
    messages = [Outgoing(**wanted("old-town", number)) for number in range(4)]
    messages.append(Outgoing(**wanted("vasa", 9)))
    with capture_logs() as lines:
        counts = asyncio.run(delivered(database, messages))
    assert counts == {"pending": 0, "sending": 0, "ambiguous": 0, "refused": 4}
    told = [(line["log_level"], line["event"], line["why"], line["attempt"]) for line in lines]
    assert told == [("warning", "not delivered", REASON, 1)] * 4


def test_the_files_of_an_order_are_drawn_once_and_kept_until_the_last_is_taken() -> None:
    drawn: list[str] = []

    def render(proposal: Proposal, *_: Any) -> list[tuple[str, bytes]]:
        drawn.append(proposal.id)
        return [(f"{number}.pdf", b"") for number in range(4)]

    async def made() -> list[Any]:
        maker = Files(world().packs, render, None, DatabaseThread(), wall)  # type: ignore[arg-type]
        return [await maker.make(Parcel(**wanted("vasa", number), seq=1)) for number in (0, 1, 2, 3, 0)]

    assert [file.name for file in asyncio.run(made())] == ["0.pdf", "1.pdf", "2.pdf", "3.pdf", "0.pdf"]
    assert drawn == ["p1", "p1"]


def test_the_outline_of_a_pitch_is_made_in_the_format_that_is_asked_for() -> None:
    async def made() -> list[Any]:
        maker = Files(world().packs, render, None, DatabaseThread(), wall)  # type: ignore[arg-type]
        parcels = (Parcel(1, "sendDocument", {}, kind=Kind.PITCH, notes=Notes(pitch=one), seq=1) for one in wanted_both)
        return [await maker.make(parcel) for parcel in parcels]

    wanted_both = [PrintedPitch(PAGE, number) for number in (0, 1)]
    assert asyncio.run(made()) == [MadeFile(*pitch_file(PAGE, number)) for number in (0, 1)]


def test_a_letter_carries_both_papers_as_they_are_printed_or_nothing() -> None:
    async def made(about: About) -> list[str | None]:
        maker = Files(world().packs, papers, None, DatabaseThread(), wall)  # type: ignore[arg-type]
        letter = Letter("registrator@example.org", "Förslag", "Hej!", "Byalaget_e-post", "sv", about)
        notes = Notes(paper=Paper(Proposal("p1", 101, "vasa", "2023", "sv"), "sv", 0), letter=letter)
        file = await maker.make(Parcel(101, "sendDocument", {}, kind=Kind.LETTER, notes=notes, seq=1))
        assert file is not None
        parts = message_from_bytes(file.content, policy=default).iter_attachments()  # type: ignore[attr-defined]
        return [file.name, *(part.get_filename() for part in parts)]

    def papers(*_: Any) -> list[tuple[str, bytes]]:
        return [("a.pdf", b"1"), ("a.docx", b"2"), ("ö.pdf", b"3"), ("ö.docx", b"4")]

    assert asyncio.run(made(About.AGAIN)) == ["Byalaget_e-post.eml", "a.pdf", "ö.pdf"]
    assert asyncio.run(made(About.WITHDRAWN)) == ["Byalaget_e-post.eml"]


BUDGET = Sent("document", "f1", "u1", "Budget.pdf", 6, "application/pdf")
GONE = Sent("document", "f2", "u2", "Stadgar.docx", 6, "")
WITH_FILES = Proposal("p1", 101, "vasa", "2023", "sv", {"GU19": Answer("given", "", [BUDGET.kept, GONE.kept])})
PAPERS = [("a.pdf", b"1"), ("a.docx", b"2"), ("ö.pdf", b"3"), ("ö.docx", b"4"), ("", b""), ("", b""), ("a.zip", b"")]
MISSING = {
    "sv": "Det här är inte med, för Telegram har det inte kvar: Stadgar.docx.",
    "fi": "Nämä eivät ole mukana, koska niitä ei enää ole Telegramissa: Stadgar.docx.",
    "en": "These are not with it, because Telegram no longer has them: Stadgar.docx.",
}


def made_with_files(language: str, number: int, letter: Letter | None = None) -> MadeFile:
    """A file of a proposal with one file that Telegram has, and one that it has no more."""

    async def fetch(file_id: str) -> bytes:
        if file_id == "f2":
            raise Undeliverable("wrong file_id", Sort.REFUSED)
        return b"budget"

    async def made() -> MadeFile | None:
        maker = Files(world().packs, lambda *_: PAPERS, None, DatabaseThread(), wall, fetch)  # type: ignore[arg-type]
        notes = Notes(paper=Paper(WITH_FILES, "sv", number), letter=letter, language=language)
        return await maker.make(Parcel(101, "sendDocument", {}, kind=Kind.PAPER, notes=notes, seq=1))

    file = asyncio.run(made())
    assert file is not None
    return file


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_an_archive_holds_the_files_that_were_sent_and_names_the_one_that_is_gone(language: str) -> None:
    file = made_with_files(language, 6)
    with ZipFile(BytesIO(file.content)) as archive:
        assert archive.namelist() == ["a.pdf", "a.docx", "ö.pdf", "ö.docx", "Budget.pdf"]
        assert archive.read("Budget.pdf") == b"budget"
    assert (file.name, file.words.startswith(MISSING[language])) == ("a.zip", True)
    assert made_with_files(language, 0) == MadeFile("a.pdf", b"1")


def test_a_letter_encloses_the_files_that_were_sent_and_names_the_one_that_is_gone() -> None:
    file = made_with_files("sv", 0, Letter("registrator@example.org", "Förslag", "Hej!", "Byalaget", "sv"))
    parts = message_from_bytes(file.content, policy=default).iter_attachments()  # type: ignore[attr-defined]
    assert [part.get_filename() for part in parts] == ["a.pdf", "ö.pdf", "Budget.pdf"]
    assert file.words.startswith(MISSING["sv"])


async def delivered(database: Database, messages: Sequence[Outgoing]) -> dict[str, int]:
    """Let the real deliverer work until nothing waits; nobody listens where Telegram should be."""
    with database.transaction() as work:
        work.outbox.add(messages)
    thread = DatabaseThread()
    deliverer = Deliverer(
        Gateway(TOKEN, NOWHERE), database, thread, Limiter(UNLIMITED), files(database, thread), StaffChats({})
    )
    running = asyncio.create_task(deliverer.run())
    while (counts := await thread.run(count, database))["pending"] + counts["sending"]:  # noqa: ASYNC110 - of the database
        await asyncio.sleep(0.01)
    deliverer.stop()
    await running
    return counts


def count(database: Database) -> dict[str, int]:
    with database.transaction() as work:
        return work.outbox.counts()

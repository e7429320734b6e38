"""The loop from a row to a real mail server and back: each letter at most once, and what became of it told honestly."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.database_thread import DatabaseThread
from bot.documents.render import numbered, render_all
from bot.mail import mailer as mailer_module
from bot.mail.mailer import PAUSES, Mailer
from bot.mail.postbox import Postbox
from bot.sending.calling.made_files import Files
from bot.servers.mail_server import MailServer
from dialogs.records.letters.letter import Letter
from dialogs.records.letters.mailing import Fate, MailNews
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers.kinds.attached.files import Sent
from knowledge.municipality.pack import Packs
from storage.database import Database
from storage.queue_items import Mail, MailToSend
from tests.bot.documents.form.blanks import a_blank
from tests.bot.mail.servers import Mailbox, serving
from tests.bot.mail.test_returned import FAILED, report
from tests.conftest import SECRET
from tests.stages.standing import world
from tests.storage.building import NOW

NAME = "Café Åländska & Söner rf"
DRAFT = Proposal(
    "p1", 101, "vasa", "partnership-2023", "sv", {"GU01": Answer("given", NAME, NAME)}, documents_at=NOW, version=1
)
LETTER = Letter("registrator@stad.example", "Förslag", "Hej,\n", "Café_e-post", "sv", reply_to="info@x.example")
ID = "0123456789abcdef"
SENDER = "Lots <lots@example.org>"


class Clock:
    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at


def waiting(database: Database, until: datetime | None = None, letter: Letter = LETTER) -> None:
    with database.transaction() as work:
        work.mails.add([MailToSend(ID, 101, "p1", until, Mail(letter, DRAFT))], NOW)


def news(database: Database) -> list[MailNews]:
    with database.transaction() as work:
        return [told for _, told in work.mails.news(9)]


def sent(
    database: Database,
    server: MailServer | None,
    clock: Clock | None = None,
    postbox: Postbox | None = None,
    enough: Callable[[], bool] = lambda: False,
    packs: Packs | None = None,
) -> None:
    """Let the loop run until nothing more is to be done, or until enough is."""

    async def run() -> None:
        thread, time = DatabaseThread(), clock or Clock()
        files = Files(packs or world().packs, numbered, database, thread, time.now)
        mailer = Mailer(server, SENDER, files.attached, database, thread, time.now, postbox)
        running = asyncio.create_task(mailer.run())
        while not (news(database) or enough() or mailer.pulse.failures):
            await asyncio.sleep(0.05)
            mailer.wake()
        mailer.stop()
        await running
        thread.close()

    asyncio.run(run())


def test_whoever_lets_a_letter_wait_wakes_the_loop(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailer_module, "SELDOM_SECONDS", 1e6)
    database = Database.open(sqlite_url, SECRET)
    database.upgrade()

    async def run() -> None:
        thread, heard = DatabaseThread(), asyncio.Event()
        files = Files(world().packs, numbered, database, thread, Clock().now)
        mailer = Mailer(None, SENDER, files.attached, database, thread, Clock().now)
        mailer.heed = lambda _due: heard.set()
        running = asyncio.create_task(mailer.run())
        while not mailer.pulse.good_at or not thread.idle.is_set():  # noqa: ASYNC110 - of another thread
            await asyncio.sleep(0.01)
        waiting(database)
        mailer.wake()
        await heard.wait()
        mailer.stop()
        await running
        thread.close()

    asyncio.run(run())
    assert [told.why for told in news(database)] == ["off"]
    database.close()


def opened(content: object) -> EmailMessage:
    assert isinstance(content, bytes)
    return message_from_bytes(content, policy=default)  # type: ignore[return-value]


def test_the_registrar_gets_both_papers_under_their_demanded_names_from_lots_with_answers_to_the_association(
    database: Database,
) -> None:
    box = Mailbox()
    waiting(database)
    with serving(box) as server:
        sent(database, server)
    [arrived] = box.arrived
    message = opened(arrived.content)
    assert [part.get_filename() for part in message.iter_attachments()] == [
        "Café Åländska + Söner rf_grunduppgifter.pdf",
        "Café Åländska + Söner rf_forslagspapper.pdf",
    ]
    assert all(part.get_payload(decode=True).startswith(b"%PDF") for part in message.iter_attachments())
    headers = {"From": SENDER, "To": LETTER.to, "Reply-To": "info@x.example", "Message-ID": f"<{ID}.lots@example.org>"}
    assert {name: message[name] for name in headers} == headers
    assert news(database) == [MailNews(ID, "p1", Fate.ACCEPTED, NOW)]


def test_files_that_telegram_has_no_more_stay_behind_and_are_named_when_the_letter_has_gone(database: Database) -> None:
    kept = Sent("document", "f1", "u1", "Budget.pdf", 6, "application/pdf").kept
    answers = {"GU01": Answer("given", NAME, NAME), "GU19": Answer("given", "Budget.pdf", [kept])}
    with database.transaction() as work:
        work.mails.add([MailToSend(ID, 101, "p1", None, Mail(LETTER, DRAFT.but(answers=answers)))], NOW)
    box = Mailbox()
    with serving(box) as server:
        sent(database, server)
    assert len(list(opened(box.arrived[0].content).iter_attachments())) == 2
    assert news(database) == [MailNews(ID, "p1", Fate.ACCEPTED, NOW, missing=("Budget.pdf",))]


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_municipality_s_own_form_goes_in_place_of_the_data_sheet_under_its_name(
    database: Database, ending: str
) -> None:
    packs = {"vasa": replace(world().packs["vasa"], blanks=(a_blank(ending),))}
    box = Mailbox()
    waiting(database)
    with serving(box) as server:
        sent(database, server, packs=packs)
    [arrived] = box.arrived
    mailed = {part.get_filename(): part.get_payload(decode=True) for part in opened(arrived.content).iter_attachments()}
    stem = "Café Åländska + Söner rf"
    assert list(mailed) == [f"{stem}_grunduppgifter.{ending}", f"{stem}_forslagspapper.pdf"]
    *_, (_, zipped) = render_all(DRAFT, packs["vasa"], "sv")
    with ZipFile(BytesIO(zipped)) as archive:
        assert f"{stem}_grunduppgifter-underlag.pdf" in archive.namelist()
        assert {name: archive.read(name) == content for name, content in mailed.items()} == dict.fromkeys(mailed, True)


def test_what_is_refused_for_good_is_told_with_the_server_s_words_and_never_tried_again(database: Database) -> None:
    box = Mailbox(recipient={LETTER.to: "550 5.1.1 no such user"})
    waiting(database)
    with serving(box) as server:
        sent(database, server)
    refused = MailNews(ID, "p1", Fate.REFUSED, NOW, why="address", said="5.1.1 no such user")
    assert (news(database), len(box.commands)) == ([refused], 2)


def test_a_line_that_breaks_leaves_a_doubt_that_is_told_and_the_letter_never_goes_twice(database: Database) -> None:
    box = Mailbox(drops=True)
    waiting(database)
    with serving(box) as server:
        sent(database, server)
        with database.transaction() as work:
            assert work.mails.claim(NOW + timedelta(days=1)) is None
    assert (news(database), len(box.arrived)) == ([MailNews(ID, "p1", Fate.UNKNOWN, NOW)], 1)


def test_a_server_that_puts_off_is_asked_again_and_then_given_up(database: Database) -> None:
    box, clock = Mailbox(recipient={LETTER.to: "450 4.2.0 come again"}), Clock()
    waiting(database)
    with serving(box) as server:
        for number, pause in enumerate(PAUSES, 1):
            sent(database, server, clock, enough=lambda tries=number: len(box.commands) == 2 * tries)  # type: ignore[misc]
            assert news(database) == []
            clock.at += pause
        sent(database, server, clock)
    told = [(item.fate, item.why) for item in news(database)]
    assert told == [(Fate.REFUSED, "address")]


def test_nothing_is_tried_after_the_last_hour_or_without_a_server(database: Database) -> None:
    box, clock = Mailbox(), Clock()
    clock.at += timedelta(seconds=1)
    waiting(database, until=NOW)
    with serving(box) as server:
        sent(database, server, clock)
    assert ([item.why for item in news(database)], box.arrived) == (["time"], [])
    with database.transaction() as work:
        work.mails.erase(101)
    waiting(database)
    sent(database, None)
    assert [(item.fate, item.why) for item in news(database)] == [(Fate.REFUSED, "off")]


def test_what_comes_back_is_read_removed_and_told_and_other_mail_is_left(database: Database, tmp_path: Path) -> None:
    for part in ("tmp", "new", "cur"):
        (tmp_path / part).mkdir()
    postbox, box = Postbox(tmp_path), Mailbox()
    waiting(database, letter=LETTER.but(copy_to="info@x.example"))
    with serving(box) as server:
        sent(database, server)
        with database.transaction() as work:
            work.mails.told([ID])
        copy = FAILED.replace("Registrator@stad.example", "info@x.example")
        for content in (report(copy), b"Subject: Reklam\n\n", report()):
            postbox.put(content)
        sent(database, server, postbox=postbox)
    [told] = news(database)
    assert (told.fate, told.why, told.proposal) == (Fate.BOUNCED, "address", "p1")
    assert ([*(tmp_path / "new").iterdir()], len([*(tmp_path / "cur").iterdir()])) == ([], 1)

"""A letter is handed to real servers: those that take it, refuse it, drop the line, are slow, want a password or have a
certificate that nobody knows.
"""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.mail.hand_over import Envelope, InDoubt, NotTaken, hand_over, reason, said
from bot.servers.mail_server import Encrypted, MailServer
from dialogs.records.letters.mailing import Why
from tests.bot.mail.servers import PASSWORD, USER, Mailbox, certificate, serving, with_password

REGISTRAR, OWN = "registrator@stad.example", "info@byalaget.example"
LETTER = Envelope("lots@example.org", REGISTRAR, "", "0123456789abcdef")
CONTENT = b"Subject: Hej\r\n\r\n.en punkt\r\n"


def handed(server: MailServer, envelope: Envelope = LETTER) -> tuple[bool, list[str]]:
    """Hand a letter over; return whether all were taken, and what was noted before the content left."""
    noted: list[str] = []

    async def begin() -> None:
        noted.append("begun")

    return asyncio.run(hand_over(server, envelope, CONTENT, begin)), noted


def refused(server: MailServer, envelope: Envelope = LETTER) -> tuple[Why, str, bool]:
    with pytest.raises(NotTaken) as error:
        handed(server, envelope)
    return error.value.why, error.value.said, error.value.later


def test_it_arrives_byte_for_byte_with_reports_asked_for_about_the_registrar_alone() -> None:
    box = Mailbox()
    with serving(box) as server:
        assert handed(server, replace(LETTER, copy_to=OWN)) == (True, ["begun"])
    [arrived] = box.arrived
    assert (arrived.mail_from, arrived.rcpt_tos) == ("lots@example.org", [REGISTRAR, OWN])
    assert arrived.content == CONTENT
    assert box.commands == [
        "MAIL FROM:<lots@example.org> ENVID=0123456789abcdef RET=HDRS",
        f"RCPT TO:<{REGISTRAR}> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;{REGISTRAR}",
        f"RCPT TO:<{OWN}> NOTIFY=NEVER",
    ]


def test_a_server_without_reports_is_asked_for_none() -> None:
    box = Mailbox(reports=False)
    with serving(box) as server:
        assert handed(server) == (True, ["begun"])
    assert box.commands == ["MAIL FROM:<lots@example.org>", f"RCPT TO:<{REGISTRAR}>"]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("550 5.1.1 no such user", (Why.ADDRESS, "5.1.1 no such user", False)),
        ("450 4.2.0 greylisted, come again", (Why.ADDRESS, "4.2.0 greylisted, come again", True)),
        ("552 5.2.2 mailbox full", (Why.FULL, "5.2.2 mailbox full", False)),
    ],
)
def test_a_recipient_that_is_refused_ends_it_before_anything_left(answer: str, told: tuple[Why, str, bool]) -> None:
    box = Mailbox(recipient={REGISTRAR: answer})
    with serving(box) as server:
        assert refused(server) == told
    assert box.arrived == []


def test_a_copy_that_is_refused_keeps_nothing_from_the_registrar() -> None:
    box = Mailbox(recipient={OWN: "550 5.1.1 no such user"})
    with serving(box) as server:
        assert handed(server, replace(LETTER, copy_to=OWN)) == (False, ["begun"])
    assert [arrived.rcpt_tos for arrived in box.arrived] == [[REGISTRAR]]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("554 5.7.1 looks like spam", (Why.RULES, "5.7.1 looks like spam", False)),
        ("552 5.3.4 too big", (Why.SIZE, "5.3.4 too big", False)),
        ("451 4.3.0 try later", (Why.OTHER, "4.3.0 try later", True)),
    ],
)
def test_content_that_is_refused_was_surely_not_taken(answer: str, told: tuple[Why, str, bool]) -> None:
    with serving(Mailbox(content=answer)) as server:
        assert refused(server) == told


@pytest.mark.parametrize("taken", ["250 OK", "451 4.3.0 try later"])
def test_a_line_that_breaks_after_the_content_leaves_a_doubt_whatever_became_of_it(taken: str) -> None:
    with serving(Mailbox(content=taken, drops=True)) as server, pytest.raises(InDoubt):
        handed(server)


def test_a_server_that_is_slow_is_waited_for() -> None:
    box = Mailbox(slow=0.3)
    with serving(box) as server:
        assert handed(server) == (True, ["begun"])
    assert len(box.arrived) == 1


def test_where_nobody_listens_it_may_be_tried_again() -> None:
    with serving(Mailbox()) as server:
        pass
    assert refused(server) == (Why.AWAY, "SMTPConnectError", True)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize(("password", "enters"), [(PASSWORD, True), ("wrong", False)])
def test_a_server_that_wants_a_password(password: str, enters: bool) -> None:
    box = Mailbox()
    with serving(box, authenticator=with_password, auth_required=True, auth_require_tls=False) as server:
        known = replace(server, user=USER, password=password)
        assert refused(server)[::2] == (Why.LOGIN, False)
        if enters:
            assert handed(known) == (True, ["begun"])
        else:
            assert refused(known)[::2] == (Why.LOGIN, True)
    assert len(box.arrived) == enters


@pytest.mark.parametrize("encrypted", [Encrypted.AT_ONCE, Encrypted.ALWAYS, Encrypted.IF_OFFERED])
def test_a_certificate_that_nobody_knows_is_refused(encrypted: Encrypted, tmp_path: Path) -> None:
    box, context = Mailbox(), certificate(tmp_path)
    options: dict[str, Any] = {"at_once": context} if encrypted is Encrypted.AT_ONCE else {"tls_context": context}
    with serving(box, **options) as server:
        why, _, later = refused(replace(server, encrypted=encrypted, user=USER, password=PASSWORD))
    assert (why, later, box.commands) == (Why.AWAY, True, [])


@pytest.mark.parametrize("encrypted", [Encrypted.AT_ONCE, Encrypted.ALWAYS])
def test_a_certificate_that_is_known_is_taken(encrypted: Encrypted, tmp_path: Path, monkeypatch: Any) -> None:
    box, context = Mailbox(), certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    options: dict[str, Any] = {"at_once": context} if encrypted is Encrypted.AT_ONCE else {"tls_context": context}
    with serving(box, **options) as server:
        assert handed(replace(server, encrypted=encrypted)) == (True, ["begun"])
    assert len(box.arrived) == 1


def test_a_server_that_does_not_encrypt_is_told_nothing_where_it_must() -> None:
    box = Mailbox()
    with serving(box) as server:
        assert refused(replace(server, encrypted=Encrypted.ALWAYS)) == (Why.AWAY, "SMTPNotSupported", True)
    assert box.commands == []


def test_what_goes_wrong_before_the_content_sends_nothing() -> None:
    async def begin() -> None:
        raise KeyError

    box = Mailbox()
    with serving(box) as server, pytest.raises(KeyError):
        asyncio.run(hand_over(server, LETTER, CONTENT, begin))
    assert box.arrived == []


@pytest.mark.parametrize(
    ("code", "message", "why"),
    [
        (550, "no such user", Why.ADDRESS),
        (552, "too much", Why.SIZE),
        (554, "no", Why.RULES),
        (500, "what", Why.OTHER),
        (550, "5.7.26 not allowed", Why.RULES),
        (450, "4.2.2 full", Why.FULL),
    ],
)
def test_what_a_refusal_is_about(code: int, message: str, why: Why) -> None:
    assert reason(code, message) is why


def test_what_a_server_says_is_one_line_and_not_too_much() -> None:
    assert said("no\r\n\x1b[31mred\t" + "x" * 300) == ("no [31mred " + "x" * 300)[:200]

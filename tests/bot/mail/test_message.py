"""A letter is read by the standard library as it was meant: names of attachments, subject, body and addresses."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.message import draft, mail
from dialogs.records.letters.letter import About, Letter
from knowledge.papers.file_names import file_stem

LETTER = Letter(
    to="registrator@example.org",
    subject='Byalaget rf, förslag "Köket för alla"',
    body="Hej!\n\n.\nHär kommer förslaget.\n",
    name="Byalaget rf_e-post",
    language="sv",
    reply_to="info@example.org",
)
MOST_IN_A_LINE = 998
"""Characters of a line, without its end (RFC 5322, section 2.1.1)."""


def opened(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=default)  # type: ignore[return-value]


def attached(content: bytes) -> list[tuple[str | None, bytes]]:
    return [(part.get_filename(), part.get_payload(decode=True)) for part in opened(content).iter_attachments()]


def names_of_old(content: bytes) -> list[str]:
    """The names as a program reads them that knows encoded words and no RFC 2231."""
    parts = message_from_bytes(content).get_payload()
    return [str(make_header(decode_header(str(part.get_param("name"))))) for part in parts[1:]]


def is_sound(content: bytes) -> bool:
    lines = content.split(b"\r\n")
    return content.isascii() and b"\n" not in b"".join(lines) and max(map(len, lines)) <= MOST_IN_A_LINE


@pytest.mark.parametrize(
    "association",
    [
        "Vasa Exempelförening rf",
        'Café "Öl/ägg" & Söner; 100% rf',
        "Åbo – kök 🍲 för alla r.f.",
        "Yhdistys\u0308, erittäin pitkä nimi " * 4 + "ry",
        "Plain ry",
        "日本語の会 rf",
    ],
)
def test_both_papers_are_attached_under_the_names_that_the_municipality_demands(association: str) -> None:
    names = [f"{file_stem(association, suffix)}.pdf" for suffix in ("grunduppgifter", "forslagspapper")]
    files = [(names[0], b"%PDF-1"), (names[1], bytes(range(256)) * 40)]
    name, content = draft(LETTER, files)

    assert (name, is_sound(content), attached(content)) == ("Byalaget rf_e-post.eml", True, files)
    assert names_of_old(content) == names
    assert [defect for part in opened(content).walk() for defect in part.defects] == []


@given(st.text(min_size=1, max_size=80))
def test_whatever_an_association_is_called_its_names_come_through(association: str) -> None:
    files = [(f"{file_stem(association, 'forslagspapper')}.pdf", b"%PDF")]
    _, content = draft(LETTER, files)
    assert (is_sound(content), attached(content), names_of_old(content)) == (True, files, [files[0][0]])


def test_a_draft_is_unsent_and_invents_no_sender() -> None:
    message = opened(draft(LETTER, [])[1])
    told = {name: message[name] for name in ("To", "Subject", "X-Unsent", "From", "Cc", "Reply-To", "Message-ID")}
    nothing = dict.fromkeys(("From", "Cc", "Reply-To", "Message-ID"))
    assert told == {"To": LETTER.to, "Subject": LETTER.subject, "X-Unsent": "1", **nothing}
    assert message.get_content() == LETTER.body.replace("\n", "\r\n")
    assert opened(draft(LETTER.but(to=""), [])[1])["To"] is None


def test_what_lots_sends_says_from_whom_it_comes_and_who_is_to_be_answered() -> None:
    at = datetime(2023, 9, 14, 9, 30, tzinfo=UTC)
    letter = LETTER.but(copy_to="info@example.org", about=About.WITHDRAWN)
    message = opened(mail(letter, [], "Lots <lots@example.org>", "<a.b@example.org>", at))
    wanted = {
        "To": "registrator@example.org",
        "Cc": "info@example.org",
        "From": "Lots <lots@example.org>",
        "Reply-To": "info@example.org",
        "Message-ID": "<a.b@example.org>",
        "Date": "Thu, 14 Sep 2023 09:30:00 +0000",
        "X-Unsent": None,
    }
    assert {name: message[name] for name in wanted} == wanted
    assert opened(mail(LETTER.but(reply_to=""), [], "lots@example.org", "<a@b>", at))["Reply-To"] is None


def test_a_line_break_in_a_subject_begins_no_header() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        draft(LETTER.but(subject="Hej\r\nBcc: alla@example.org"), [])

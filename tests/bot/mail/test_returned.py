"""Reports and answers that come back are read by the letter's id, in every form that servers write them in."""

import pytest

from bot.mail.returned import ANSWER_AT_MOST, Returned, returned
from dialogs.records.letters.mailing import Fate

ID = "0123456789abcdef"
REPORT = """\
From: MAILER-DAEMON@mail.stad.example
To: lots@example.org
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type={kind}; boundary="part"

--part
Content-Type: text/plain; charset=utf-8

Something happened.

--part
Content-Type: message/{kind}
{encoding}
Reporting-MTA: dns; mail.stad.example
{envelope}

{recipients}
--part
Content-Type: text/rfc822-headers

Message-ID: <{inside}.lots@example.org>
Subject: Byalaget

--part--
"""
FAILED = """\
Original-Recipient: rfc822;Registrator@stad.example
Final-Recipient: rfc822; r.box@inside.stad.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <r.box@inside.stad.example>
 no such user
"""
BOUNCED = Returned(
    ID,
    Fate.BOUNCED,
    "registrator@stad.example",
    "address",
    "550 5.1.1 <r.box@inside.stad.example> no such user",
)


def report(
    recipients: str = FAILED,
    kind: str = "delivery-status",
    envelope: str = f"Original-Envelope-Id: {ID}",
    inside: str = "ffffffffffffffff",
    encoding: str = "",
) -> bytes:
    text = REPORT.format(kind=kind, envelope=envelope, inside=inside, recipients=recipients, encoding=encoding)
    return text.replace("\n", "\r\n").encode()


def test_a_report_of_failure_tells_of_whom_why_and_in_whose_words() -> None:
    assert returned(report()) == BOUNCED


def test_a_server_that_does_not_give_the_envelope_s_id_back_gives_the_headers() -> None:
    assert returned(report(envelope="X-Queue: 1", inside=ID)) == BOUNCED


def test_the_form_for_letters_beyond_ascii_is_read_too() -> None:
    beyond = FAILED.replace("rfc822;Registrator@stad.example", "utf-8;info@föreningen.example")
    found = returned(report(beyond, kind="global-delivery-status", encoding="Content-Transfer-Encoding: 8bit\n"))
    assert found is not None
    assert (found.fate, found.why, found.id) == (Fate.BOUNCED, "address", ID)


@pytest.mark.parametrize(
    ("action", "fate"),
    [("delivered", Fate.DELIVERED), ("Relayed", Fate.ACCEPTED), ("expanded (to a list)", Fate.DELIVERED)],
)
def test_other_reports_tell_how_far_it_came(action: str, fate: Fate) -> None:
    recipients = f"Final-Recipient: rfc822;registrator@stad.example\nAction: {action}\nStatus: 2.0.0\n"
    assert returned(report(recipients)) == Returned(ID, fate, "registrator@stad.example")


@pytest.mark.parametrize("recipients", [FAILED.replace("failed", "delayed"), "", "Action: strange\nStatus: 5.0.0\n"])
def test_a_delay_or_a_report_of_nobody_tells_nothing_yet(recipients: str) -> None:
    assert returned(report(recipients)) is None


def test_of_several_recipients_the_one_that_failed_counts() -> None:
    good = "Final-Recipient: rfc822;info@byalaget.example\nAction: delivered\nStatus: 2.0.0\n"
    assert returned(report(f"{good}\n{FAILED}")) == BOUNCED


def test_what_is_about_no_letter_of_ours_is_nothing() -> None:
    assert returned(report(envelope="X-Queue: 1", inside="zzzz")) is None
    assert returned(b"Subject: Vinn en resa\r\n\r\nTryck") is None
    assert returned(b"\xff\xfe\x00") is None
    assert returned(b"") is None


def test_an_answer_is_known_by_what_it_answers_and_shown_without_what_it_quotes() -> None:
    answer = (
        "From: registrator@stad.example\n"
        f"In-Reply-To: <{ID}.lots@example.org>\n"
        "Subject: =?utf-8?q?Diarief=C3=B6rt?=\n"
        "Content-Type: text/plain; charset=utf-8\n\n"
        "Hej, diarienummer VS/2023/17.\n> Här kommer förslaget\n"
    )
    assert returned(answer.encode()) == Returned(ID, None, answer="Diariefört Hej, diarienummer VS/2023/17.")


def test_an_answer_in_html_is_shown_as_words_and_a_long_one_is_cut() -> None:
    head = f"References: <a@b> <{ID}.lots@example.org>\nSubject: Svar\nContent-Type: text/html; charset=utf-8\n\n"
    found = returned(f"{head}<style>p {{}}</style><p>Tack&nbsp;<b>ska ni ha</b></p>{'x ' * 900}".encode())
    assert found is not None
    assert found.answer.startswith("Svar Tack")
    assert "style" not in found.answer
    assert len(found.answer) == ANSWER_AT_MOST

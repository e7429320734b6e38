"""What comes back to the address that Lots sends from: reports of mail servers (RFC 3464, RFC 6533), and answers.

A letter is known by the id in its Message-ID, which is given back as the envelope's id (RFC 3461) or stands in the
headers that are sent back. Nothing else is ever read out of a message that has no such id.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.parser import HeaderParser
from email.policy import default
from email.utils import unquote

from bot.mail.hand_over import reason, said
from dialogs.records.letters.mailing import Fate

REPORTS = frozenset({"message/delivery-status", "message/global-delivery-status"})
OURS = re.compile(r"\b([0-9a-f]{16})\.lots@")
ID = re.compile(r"[0-9a-f]{16}")
FATES = {"failed": Fate.BOUNCED, "delivered": Fate.DELIVERED, "relayed": Fate.ACCEPTED, "expanded": Fate.DELIVERED}
"""What a report's action means (RFC 3464, section 2.3.3); a delay means nothing yet."""
ANSWER_AT_MOST = 600
"""In characters: so much of an answer is shown, which a confirmation fits into."""
UNDELIVERED = 550
"""The plain code of a report without an extended one (RFC 5321, section 4.2.3)."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a message says of a letter: its fate, or the words of an `answer`. `whom` is the recipient it is about."""

    id: str
    fate: Fate | None
    whom: str = ""
    why: str = ""
    said: str = ""
    answer: str = ""


def returned(content: bytes) -> Returned | None:
    """Return what a message says of a letter that Lots sent, None if it is about none, or says nothing yet."""
    message = message_from_bytes(content, policy=default)
    report = next((part for part in message.walk() if part.get_content_type() in REPORTS), None)
    if report is not None:
        return _reported(content, list(_blocks(report)))
    answered = OURS.search(f"{message['In-Reply-To']} {message['References']}")
    return Returned(answered[1], None, answer=_words(message)) if answered else None


def _reported(content: bytes, blocks: list[Message]) -> Returned | None:
    found = next((item for block in blocks if (item := ID.fullmatch(_first(block, "Original-Envelope-Id")))), None)
    inside = OURS.search(content.decode("ascii", "replace"))
    mail_id = found[0] if found else inside[1] if inside else ""
    of_recipients = [block for block in blocks if block["Action"]]
    if not mail_id or not of_recipients:
        return None
    # One report may tell of several recipients; the worst counts, and whom it is about is looked at later.
    block = min(of_recipients, key=lambda item: _action(item) != "failed")
    fate = FATES.get(_action(block))
    if fate is None:
        return None
    whom = _address(block["Original-Recipient"] or block["Final-Recipient"])
    if fate is not Fate.BOUNCED:
        return Returned(mail_id, fate, whom)
    words = _after_type(block["Diagnostic-Code"])
    why = reason(UNDELIVERED, f"{_first(block, 'Status')} {words}")
    return Returned(mail_id, fate, whom, why.value, said(words))


def _blocks(report: Message) -> Iterator[Message]:
    """The groups of fields of a report, the first about the letter, one more for each recipient."""
    payload = report.get_payload()
    parts = payload if isinstance(payload, list) else [_text_of(report)]
    text = "\n\n".join(part if isinstance(part, str) else part.as_string() for part in parts)
    for group in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        if group.strip():
            yield HeaderParser().parsestr(group.strip("\n") + "\n\n")


def _text_of(report: Message) -> str:
    content = report.get_payload(decode=True)
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""


def _action(block: Message) -> str:
    return _first(block, "Action").casefold()


def _first(block: Message, name: str) -> str:
    return str(block[name] or "").strip().partition(" ")[0]


def _after_type(value: str | None) -> str:
    """What stands after the type of an address or a code, in one line."""
    return " ".join(str(value or "").partition(";")[2].split())


def _address(value: str | None) -> str:
    return unquote(_after_type(value)).casefold()


def _words(message: EmailMessage) -> str:
    """Subject and first words of an answer, without what it quotes."""
    body = message.get_body(("plain", "html"))
    text = body.get_content() if body is not None else ""
    if body is not None and body.get_content_subtype() == "html":
        text = re.sub(r"<[^>]*>", " ", re.sub(r"(?is)<(style|script)\b.*?</\1>", " ", text))
    lines = [line for line in text.splitlines() if not line.startswith(">")]
    whole = " ".join(f"{message['Subject'] or ''}\n{' '.join(lines)}".split())
    return "".join(sign for sign in whole if sign.isprintable())[:ANSWER_AT_MOST]

"""A letter as an e-mail: headers, body and both papers, in plain ASCII and short lines that every server carries.

The name of an attachment is written twice: as RFC 2231 demands, unbroken, and as an encoded word (RFC 2047) in the
header in which older programs of Microsoft and some webmail look for it. The standard library writes only the first,
and breaks a long one into pieces, of which some programs show none.
"""

from base64 import b64encode, encodebytes
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP, compat32
from email.utils import format_datetime
from urllib.parse import quote

from dialogs.records.letters.letter import Letter

File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What a letter carries, and the names of what it should carry and Telegram has no more."""

    files: list[File]
    missing: tuple[str, ...] = ()


POLICY = SMTP.clone(refold_source="none")
"""Lines end as mail wants it (RFC 5322), and headers that are written here by hand stay as they are."""
WORD_BYTES = 42
"""In bytes of UTF-8: an encoded word has 75 characters at most (RFC 2047, section 2), of which its marks take twelve
and base64 four for three bytes."""
KINDS = {"pdf": "application/pdf"}
OTHERWISE = "application/octet-stream"


def draft(letter: Letter, files: list[File]) -> File:
    """Return a letter as a file that a mail program opens for sending; it says nothing of who sends it."""
    message = _written(letter, files)
    message["X-Unsent"] = "1"  # Outlook then opens it as a draft
    return f"{letter.name}.eml", message.as_bytes()


def mail(letter: Letter, files: list[File], sender: str, message_id: str, at: datetime) -> bytes:
    """Return a letter as Lots sends it, from the address of the settings; answers go to the association."""
    message = _written(letter, files)
    message["From"] = sender
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    message["Message-ID"] = message_id
    message["Date"] = format_datetime(at)
    # Nothing says that a program sent it (RFC 3834): the confirmation that is waited for often comes of itself, too.
    return message.as_bytes()


def _written(letter: Letter, files: list[File]) -> EmailMessage:
    message = EmailMessage(policy=POLICY)
    if letter.to:
        message["To"] = letter.to
    if letter.copy_to:
        message["Cc"] = letter.copy_to
    message["Subject"] = letter.subject
    message.set_content(letter.body, cte="base64")
    message["Content-Language"] = letter.language
    if files:
        message.make_mixed()
    for name, content in files:
        message.attach(_part(name, content))
    return message


def _part(name: str, content: bytes) -> EmailMessage:
    part = EmailMessage(policy=compat32)  # takes headers as they are written here
    kind = KINDS.get(name.rpartition(".")[2], OTHERWISE)
    part["Content-Type"] = f"{kind};\r\n name={_old_name(name)}"
    part["Content-Transfer-Encoding"] = "base64"
    part["Content-Disposition"] = f"attachment;\r\n {_name(name)}"
    part.set_payload(encodebytes(content).decode("ascii"))
    return part


def _name(name: str) -> str:
    """The name as a parameter of RFC 2231: quoted if it is ASCII, else in UTF-8 with its own octets."""
    return f"filename={_quoted(name)}" if name.isascii() else f"filename*=UTF-8''{quote(name, safe='')}"


def _old_name(name: str) -> str:
    """The name in quotes, of other letters than those of English as encoded words, each with whole letters."""
    if name.isascii():
        return _quoted(name)
    words, room = [""], WORD_BYTES
    for sign in name:
        size = len(sign.encode())
        if size > room:
            words.append("")
            room = WORD_BYTES
        words[-1] += sign
        room -= size
    return '"' + "\r\n ".join(f"=?UTF-8?B?{b64encode(word.encode()).decode()}?=" for word in words) + '"'


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

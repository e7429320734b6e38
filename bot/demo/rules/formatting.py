"""HTML as Telegram reads it: text and entities out, or the very complaint that Telegram would make.

Decides which tags count and where each entity begins, in UTF-16 units. Telegram parses the bytes, so
offsets in the complaints are byte offsets. Commands and links that need no tag are found in `spotting.py`.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.demo.rules import links
from bot.demo.rules.refusals import bad_request

_KIND = {
    "a": "text_link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "tg-emoji": "custom_emoji", "tg-time": "date_time", "code": "code",
    "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
_DATE_FORMAT = re.compile(r"[rR]|[tTdDwW]*")
_HALVES = re.compile(r"[\ud800-\udfff]")
_SPACE = b" \t\r\n\0\v"
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}


def units(text: str) -> int:
    """The length of a text as Telegram counts it: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities of Telegram HTML. Raises the 400 `can't parse entities: ...` of Telegram."""
    if "<" not in source and "&" not in source:
        return source, []
    return _Reader(source.encode("utf-8", "surrogatepass")).read()


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    start: int


@dataclass(slots=True)
class _Reader:
    source: bytes
    at: int = 0
    out: list[str] = field(default_factory=list)
    offset: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)

    def read(self) -> tuple[str, list[dict[str, Any]]]:
        while self.at < len(self.source):
            match self._peek():
                case b"<":
                    self._tag()
                case b"&":
                    self._put(self._reference() or self._plain())
                case _:
                    self._put(self._run())
        if self.open:
            raise _complaint(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self._text(), self.entities

    def _text(self) -> str:
        text = "".join(self.out)
        if _HALVES.search(text):
            raise _complaint(
                "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
                "surrogate code units"
            )
        return text

    def _peek(self) -> bytes:
        return self.source[self.at : self.at + 1]

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.offset += units(text)

    def _plain(self) -> str:
        self.at += 1
        return "&"

    def _run(self) -> str:
        ends = [place for mark in (b"<", b"&") if (place := self.source.find(mark, self.at)) >= 0]
        start, self.at = self.at, min(ends, default=len(self.source))
        return self.source[start : self.at].decode("utf-8", "surrogatepass")

    def _reference(self) -> str:
        """The character of `&...;` (the semicolon may be missing), or nothing where it is no reference."""
        end = self.at + 1
        if self.source[end : end + 1] == b"#":
            digits = b"0123456789"
            base, end = (16, end + 2) if self.source[end + 1 : end + 2] == b"x" else (10, end + 1)
            start, end = end, self._while(end, digits + (b"abcdefABCDEF" if base == 16 else b""))  # &#x1f600;
            code = int(self.source[start:end] or b"0", base)
            # Telegram's own parser reads no longer reference, and none beyond the last code point of Unicode.
            if not 0 < code < 0x10FFFF or end - self.at >= 10:
                return ""
            letter = chr(code)
        else:
            start, end = end, self._while(end, b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
            letter = _NAMED.get(self.source[start:end], "")
        if letter:
            self.at = end + 1 if self.source[end : end + 1] == b";" else end
        return letter

    def _while(self, place: int, allowed: bytes) -> int:
        while place < len(self.source) and self.source[place] in allowed:
            place += 1
        return place

    def _until(self, place: int, stops: bytes) -> int:
        while place < len(self.source) and self.source[place] not in stops:
            place += 1
        return place

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self._peek() == b"/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        end = self._until(self.at, _SPACE + b">")
        if end >= len(self.source):
            raise _complaint(f"Unclosed start tag at byte offset {begin}")
        tag = self.source[begin + 1 : end].decode("utf-8", "replace").lower()
        if tag not in _KIND:
            raise _complaint(f'Unsupported start tag "{tag}" at byte offset {begin}')
        self.at = end
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _complaint(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, attributes, self.offset, len(self.out)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self.at = self._while(self.at, _SPACE)
            if self._peek() == b">":
                self.at += 1
                return found
            name = self._attribute_name(tag, begin)
            self.at = self._while(self.at, _SPACE)
            found[name] = self._value(tag, begin) if self._peek() == b"=" else self._nothing(tag, begin)

    def _attribute_name(self, tag: str, begin: int) -> str:
        end = self._until(self.at, _SPACE + b"=>/\"'")
        name = self.source[self.at : end].decode("utf-8", "replace")
        if not name:
            raise _complaint(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self.at = end
        return name

    def _nothing(self, tag: str, begin: int) -> str:
        """The value of an attribute without one."""
        if self.at >= len(self.source):
            raise _complaint(f'Unclosed start tag "{tag}" at byte offset {begin}')
        return ""

    def _value(self, tag: str, begin: int) -> str:
        self.at = self._while(self.at + 1, _SPACE)
        self._nothing(tag, begin)
        quote = self._peek()
        return self._quoted(quote, begin) if quote in b"'\"" else self._token()

    def _token(self) -> str:
        start = self.at
        letters = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"
        self.at = self._while(start, letters)
        if self.at >= len(self.source) or self.source[self.at] not in _SPACE + b">":
            raise _complaint(f"Unexpected end of name token at byte offset {start}")
        return self.source[start : self.at].decode().lower()

    def _quoted(self, quote: bytes, begin: int) -> str:
        self.at += 1
        parts: list[str] = []
        while self.at < len(self.source) and self._peek() != quote:
            parts.append((self._peek() == b"&" and self._reference()) or self._letters(quote))
        self.at += 1
        if self.at >= len(self.source):
            raise _complaint(f"Unclosed start tag at byte offset {begin}")
        return "".join(parts)

    def _letters(self, quote: bytes) -> str:
        start = self.at
        self.at = self._until(start + 1, quote + b"&")
        return self.source[start : self.at].decode("utf-8", "surrogatepass")

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise _complaint(f"Unexpected end tag at byte offset {begin}")
        end = self._until(self.at, _SPACE + b">")
        name = self.source[begin + 2 : end].decode("utf-8", "replace").lower()
        self.at = self._while(end, _SPACE)
        if self._peek() != b">":
            raise _complaint(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise _complaint(f'Unmatched end tag at byte offset {begin}, expected "</{opened.tag}>", found "</{name}>"')
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity = {"type": _KIND[opened.tag], "offset": opened.offset, "length": self.offset - opened.offset}
        match opened.tag:
            case "a":
                entity |= _linked(opened.attributes.get("href") or "".join(self.out[opened.start :]))
                if entity["type"] == "text_link" and not entity["url"]:
                    return
            case "code" | "pre" if self._joined(opened, entity):
                return
            case "blockquote" if "expandable" in opened.attributes:
                entity["type"] = "expandable_blockquote"
            case "tg-emoji":
                entity["custom_emoji_id"] = _emoji(opened.attributes.get("emoji-id", ""))
            case "tg-time":
                entity["date_time_format"] = _date_format(opened.attributes.get("format", ""))
                entity["unix_time"] = _moment(opened.attributes.get("unix", ""))
                if not entity["unix_time"]:
                    return
        self.entities.append(entity)

    def _joined(self, opened: _Open, entity: dict[str, Any]) -> bool:
        """`<pre><code class="language-x">` is one entity with a language."""
        language = opened.attributes.get("class", "").removeprefix("language-")
        inner = opened.tag == "code" and bool(self.open) and self.open[-1].tag == "pre"
        if inner and language and self.open[-1].offset == opened.offset:
            self.open[-1].attributes["language"] = language
            return True
        if opened.tag == "pre" and "language" in opened.attributes:
            entity["language"] = opened.attributes["language"]
        return False


def _complaint(words: str) -> Exception:
    return bad_request(f"can't parse entities: {words}")


def _moment(unix: str) -> int:
    """The moment that is named, 0 where that makes no sense."""
    found = re.match(r"\d{1,10}", unix)
    return int(found[0]) if found else 0


def _date_format(form: str) -> str:
    """How a moment is shown, in the order in which Telegram names the parts: weekday, date, time."""
    if not _DATE_FORMAT.fullmatch(form):
        raise _complaint("Invalid date format used")
    last = [next((sign for sign in reversed(form) if sign in kind), "") for kind in ("wW", "dD", "tT")]
    return "r" if form in {"r", "R"} else "".join(last).replace("W", "w")


def _emoji(number: str) -> str:
    if not re.fullmatch(r"-?\d{1,19}", number) or not int(number):
        raise _complaint("Invalid custom emoji identifier specified")
    return number


def _linked(url: str) -> dict[str, Any]:
    """What a link makes of its words: the mention of a person, or a link, which is empty where it is none."""
    person = links.mentioned(url)
    if person:
        return {"type": "text_mention", "user": {"id": person}}
    try:
        return {"url": links.checked(url)}
    except links.WrongLink:
        return {"url": ""}

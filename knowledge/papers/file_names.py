"""What a paper is called as a file: the association's name and the word that the municipality demands (V10).

The server of the Bot API cleans the name of every file that is uploaded before anybody sees it. What it would change is
changed here first, as a person would do it, so that the name which is told is the one that arrives.
"""

import re
import unicodedata
from hashlib import sha256

LONGEST_STEM = 64
"""In characters: more of a name before its ending is cut by the server (td/tdutils/td/utils/filesystem.cpp,
clean_filename, read in November 2026), and with it the demanded word."""
MOST_BYTES = 180
"""In bytes, of a name: the demanded word and the ending must fit beside it in the 255 that file systems allow."""
LONGEST_LEGAL_FORM = 4
"""In characters: "rf", "ry", "r.f." at the end of a name stay when it is shortened."""
_FINGERPRINT = 6
"""In hexadecimal digits: two names that begin alike are one in sixteen million."""

_NO_FILE_HAS = re.compile(r'[/\\:*?"<>|]')
_APOSTROPHES = re.compile("['`´‘’‛′ʹʻʼʽ]")
_NOTHING_FOLLOWS = re.compile(r"(?:[ ,+-]+(?:och|samt|ja|sekä|and))?[ .,+-]*$", re.IGNORECASE)
"""What joins a name that is cut to one that went."""
_DASHES = re.compile("[‐-―−﹘﹣－]")


def file_stem(name: str, suffix: str) -> str:
    """Return a name, an underscore and the suffix (V10), without the ending: 64 characters at most.

    The registered name stays but for what no file may be called, which becomes a hyphen, and for what would not
    arrive: "&" is "+", dashes are hyphens, apostrophes and pictures go. A longer name is cut after a word and keeps its
    legal form; some of its fingerprint tells it from others that begin alike.
    """
    plain = _arriving(name)
    room = LONGEST_STEM - len(f"_{suffix}")
    if len(plain) > room or len(plain.encode()) > MOST_BYTES:
        plain = _shortened(plain, room)
    return f"{plain}_{suffix}".rstrip(". ") if plain else suffix


def attached_name(name: str, ending: str) -> str:
    """Return what somebody's own file is called, with its ending: in signs that arrive, 64 characters before it.

    What is not its ending stays a part of its name; a name of which nothing is left is empty.
    """
    stem = name[: -len(ending) - 1] if ending and name.lower().endswith(f".{ending}") else name
    plain = _arriving(stem).rstrip(". ")
    if len(plain) > LONGEST_STEM or len(plain.encode()) > MOST_BYTES:
        plain = _shortened(plain, LONGEST_STEM)
    return f"{plain}.{ending}" if plain and ending else plain


def _arriving(name: str) -> str:
    """The name in signs that are kept on their way."""
    name = unicodedata.normalize("NFC", name).replace("&", "+")
    name = _DASHES.sub("-", _APOSTROPHES.sub("", name))
    name = "".join(_kept(sign) for sign in _NO_FILE_HAS.sub("-", name))
    return unicodedata.normalize("NFC", " ".join(name.split()).lstrip(". "))


def _kept(sign: str) -> str:
    category = unicodedata.category(sign)
    if category[0] in "LN" or (sign.isascii() and category != "Cc"):
        return sign
    # A mark that no letter took in, and what turns the direction of a text, leave no blank behind.
    return "" if category[0] == "M" or category == "Cf" else " "


def _shortened(name: str, room: int) -> str:
    """As much of a name as there is room for: whole words if that leaves half of it, and the legal form."""
    words, _, last = name.rpartition(" ")
    words, form = (words, f" {last}") if words and len(last) <= LONGEST_LEGAL_FORM else (name, "")
    mark = f"~{sha256(name.encode()).hexdigest()[:_FINGERPRINT]}"
    most = room - len(form) - len(mark)
    cut = words[:most].encode()[:MOST_BYTES].decode(errors="ignore")
    whole = cut.rpartition(" ")[0] if words[len(cut) : len(cut) + 1].strip() else cut
    kept = whole if len(whole) * 2 > most else cut
    kept = _NOTHING_FOLLOWS.sub("", kept.rstrip(" -.,"))
    return f"{kept.removesuffix(form)}{form}{mark}"

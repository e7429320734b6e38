"""What the Bot API server makes of the name of an uploaded file, as its function clean_filename does.

Read in td/tdutils/td/utils/filesystem.cpp and td/tdnet/td/net/HttpReader.cpp, November 2026.
"""

import unicodedata

LONGEST_STEM, LONGEST_ENDING = 64, 16
"""In characters: so much is kept of a name before its last dot, and behind it."""
BECOMES_BLANK = frozenset("<>:\"/\\|?*&`'")
NAMELESS = "file"
"""What a file is called of whose name nothing is left."""


def cleaned(name: str) -> str:
    """Return the name under which an uploaded file is shown."""
    stem, dot, ending = name.rpartition("/")[2].rpartition(".")
    parts = (_part(stem if dot else ending, LONGEST_STEM), _part(ending if dot else "", LONGEST_ENDING))
    return ".".join(part for part in parts if part) or NAMELESS


def _part(text: str, longest: int) -> str:
    kept = ""
    for sign in text:
        shown = _shown(sign)
        if len(kept) < longest and (kept or shown not in " ."):
            kept += shown
    return kept.rstrip(" .")


def _shown(sign: str) -> str:
    """A sign as it is kept: letters, digits and most of ASCII; marks on letters go, all else is a blank."""
    category = unicodedata.category(sign)
    if category[0] in "LN" or (" " <= sign < "\x7f" and sign not in BECOMES_BLANK):
        return sign
    return "" if category[0] == "M" else " "

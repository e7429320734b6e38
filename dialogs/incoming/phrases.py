"""Short statements in a person's own words: stop reminding, both are sent, not sent after all, the receipt came.

A sentence counts only when it is made of nothing but the words of such a statement, so that no need, no answer and no
cry for help is ever taken for one. The words stand in `texts/<lang>/phrases.yaml`; each chat hears all languages.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from functools import cache

from dialogs import texts
from dialogs.conversation.typed import simplified
from knowledge.language import Language

WORD = re.compile(r"\d{1,2}[.:]\d{2}|\d+|[^\W\d_]+")
NAMED_CLOCK = re.compile(r"\b(?:kl|klo|klockan|kello|at)\.? ?(\d{1,2})(?:[.:,]?(\d{2}))?(?:[.:](\d{2}))?(?!\d)")
BARE_CLOCK = re.compile(r"(?<![\d.:,])(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?(?![.:,]?\d|\.)")
"""A number with a point behind it, or with a third of four digits, is a date."""
CLAUSE = re.compile(r"[,.;:](?!\d)|\b(?:men|mutta|but)\b")
LONGEST_WORDS = 16
"""In words: a longer text tells something, though it may hold words for sending or for not being reminded."""
TOO_LATE = "för sent"
"""Read as one word, because "sent" alone is English for something else."""
STEM = "-"
FIRST_COUNTS = ("unsent", "sent", "no_receipt", "receipt")


@dataclass(frozen=True, slots=True)
class Saying:
    """What was said: `sent`, `unsent`, `receipt` or `no_receipt`; in time or not, and the clock time, where said."""

    kind: str
    in_time: bool | None = None
    clock: time | None = None


def stops(text: str) -> bool:
    """Tell whether words ask for no more reminders. Meant for what comes right after one."""
    said = _words(text)
    if not said or not _only(said, "stop", "remind", "no", "negation", "sent", "filler", "again"):
        return False
    negated = _any(said, "remind", "more") and _any(said, "no", "negation")
    return _any(said, "stop") or negated


def resumes(text: str) -> bool:
    """Tell whether words ask for reminders again."""
    said = _words(text)
    wanted = _any(said, "remind") and _any(said, "again") and not _any(said, "stop", "no", "negation")
    return wanted and _only(said, "remind", "again", "filler", "yes")


def names_reminders(text: str) -> bool:
    """Tell whether words are about reminders by their own name."""
    return _any(_words(text), "remind")


def agrees(text: str) -> bool | None:
    """Tell whether words are a yes (True) or no (False) and nothing more but when; None if they are something else."""
    said = _words(text)
    if (
        not said
        or not _only(said, "yes", "no", "negation", "filler", "came", "when")
        or not _any(said, "yes", "no", "negation")
    ):
        return None
    return not _any(said, "no", "negation")


def has_come(text: str) -> bool:
    """Tell whether words say of something that was asked about that it has come."""
    said = _words(text)
    told = _any(said, "came") and not _any(said, "no", "negation", "intent")
    return told and not _is_question(text) and _only(said, "yes", "filler", "came", "when")


def thanks(text: str) -> bool:
    """Tell whether a thanks stands among a few words."""
    return _any(_words(text), "thanks")


def clock(text: str) -> time | None:
    """Return the clock time that words name, if they name one; to the second where they do."""
    said = simplified(text)
    found = NAMED_CLOCK.search(said) or BARE_CLOCK.search(said)
    if found is None:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return time(hour, minute, second)
    except ValueError:  # no hour, minute or second of a day
        return None


def saying(text: str) -> Saying | None:
    """Return what is said of the sending or the receipt; None if the words are something else, or a question."""
    said = _words(text)
    if _is_question(text) or not said or not _only(said, *_OF_SENDING) or not _any(said, "sent", "mistaken", "receipt"):
        return None
    kinds = [kind for clause in CLAUSE.split(simplified(text)) if (kind := _kind(_words(clause)))]
    kind = min(kinds, key=FIRST_COUNTS.index, default="")
    return Saying(kind, _in_time(said), clock(text)) if kind else None


_OF_SENDING = (
    "sent",
    "object",
    "negation",
    "no",
    "yes",
    "mistaken",
    "in_time",
    "too_late",
    "receipt",
    "filler",
    "came",
    "when",
    "partly",
    "intent",
)


def _is_question(text: str) -> bool:
    return text.rstrip().endswith("?")


def _kind(clause: tuple[str, ...]) -> str:
    negated = _any(clause, "no", "negation", "intent")
    if _any(clause, "mistaken"):
        return "unsent"
    if _any(clause, "sent"):
        return "unsent" if negated or _any(clause, "partly") else "sent"
    if _any(clause, "receipt"):
        return "no_receipt" if negated else "receipt"
    return ""


def _in_time(said: tuple[str, ...]) -> bool | None:
    if _any(said, "too_late"):
        return False
    return True if _any(said, "in_time") else None


def _words(text: str) -> tuple[str, ...]:
    found = tuple(WORD.findall(simplified(text).replace(TOO_LATE, TOO_LATE.replace(" ", ""))))
    return found if len(found) <= LONGEST_WORDS else ()


def _only(said: Iterable[str], *kinds: str) -> bool:
    return all(word[0].isdigit() or any(_is(word, kind) for kind in kinds) for word in said)


def _any(said: Iterable[str], *kinds: str) -> bool:
    return any(_is(word, kind) for word in said for kind in kinds)


def _is(word: str, kind: str) -> bool:
    whole, stems = _vocabulary(kind)
    return word in whole or word.startswith(stems)


@cache
def _vocabulary(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The whole words and the beginnings of words of a kind, in all languages."""
    listed = [word for language in Language for word in texts.plain(language, f"phrases.{kind}").split()]
    return (
        frozenset(word for word in listed if not word.endswith(STEM)),
        tuple(word.removesuffix(STEM) for word in listed if word.endswith(STEM)),
    )

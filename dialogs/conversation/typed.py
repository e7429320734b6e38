"""Words in place of a button: "2", "1 och 2", "båda", "hoppa över".

Every button can be typed as its number or its words. Numbers count only where a number is not itself an answer.
"""

import re
import unicodedata
from functools import cache

from rapidfuzz.distance import OSA

from dialogs import texts
from dialogs.conversation.replies import Offer
from knowledge.remembered import until_forgotten

AND = re.compile(r"\s*(?:,|;|&|\+|\boch\b|\bja\b|\band\b|\bsamt\b|\bsekä\b)\s*", re.IGNORECASE)
NUMBER = re.compile(r"^(?:nr|nro|no|#)?\s*(\d{1,2})[.)]?$", re.IGNORECASE)
LEADING_NUMBER = re.compile(r"^\d{1,2}\s+")
BETWEEN = re.compile(r"[^\w\s'’-]")
GAP = r"[\s,.:;!–-]+"
"""What may stand between words of a sentence, as people put their marks."""
SHORT_ANSWER = 60
"""In characters: only so short a text may name several buttons or their numbers; a longer one tells something."""
LONGEST_LABEL = 120
"""In characters: longer words are no button's, which have a line each."""
SHORTEST_BEGINNING, LETTERS_PER_SLIP = 5, 10
"""In letters: fewer begin too many words, and one slip of the pen is forgiven for so many of a label."""
ALL = 100
"""So many buttons can a number mean where any may: as many as a message can have (Bot API: 100 buttons a keyboard)."""


def chosen(text: str, offers: tuple[Offer, ...], *, numbers: int = ALL) -> tuple[Offer, ...]:
    """Return the offers that typed words stand for, in the order typed; none if the words are something else.

    `numbers`: how many of the offers, from the first, a number may mean.
    """
    if not offers or len(text) > LONGEST_LABEL:
        return ()
    whole = _one(text, offers, numbers=numbers)
    if whole is not None:
        return (whole,)
    if not numbers or len(text) > SHORT_ANSWER:
        return ()
    parts = [part for part in AND.split(text) if part.strip()]
    if len(parts) < 2:
        return ()
    found = tuple([offer for part in parts if (offer := _one(part, offers, numbers=numbers))])
    return found if len(found) == len(parts) else ()


def nearly(text: str, offers: tuple[Offer, ...]) -> Offer | None:
    """Return the one offer whose label begins with the typed words or is a slip of the pen away; None if unsure.

    What is only courtesy around the words is left aside.

    Meant for where words are no answer of their own: there a beginning might be one. What stands behind a comma
    begins no label, so that "delete" alone is never "Yes, delete everything".
    """
    said = simplified(text)
    return _near(_bare(said), offers) or _near(_bare(plainly(said)), offers)


def _near(wanted: str, offers: tuple[Offer, ...]) -> Offer | None:
    if not SHORTEST_BEGINNING <= len(wanted) <= LONGEST_LABEL:
        return None
    found = [offer for offer in offers if _is_nearly(wanted, _bare(simplified(LEADING_NUMBER.sub("", offer.label))))]
    return found[0] if len(found) == 1 else None


def _is_nearly(wanted: str, label: str) -> bool:
    slips = len(label) // LETTERS_PER_SLIP
    return label.startswith(wanted) or OSA.distance(wanted, label, score_cutoff=slips) <= slips


def behind_marks(text: str, leads: str, marks: str) -> str:
    """What stands behind words that only announce it ("nej, jag menade ..."); empty where nothing announces it.

    `leads` and `marks` are keys of lists: what may come before, and what must.
    """
    found = _announced(leads, marks).fullmatch(text.strip())
    return found["rest"].strip() if found else ""


def either(key: str) -> str:
    """A pattern of any of the words that a text lists, the longest first."""
    words = sorted(texts.listed(key), key=len, reverse=True)
    return "|".join(GAP.join(map(re.escape, word.split())) for word in words)


@cache
def _announced(leads: str, marks: str) -> re.Pattern[str]:
    before, must = f"{either(leads)}|{either(marks)}", either(marks)
    return re.compile(rf"(?:(?:{before}){GAP})*(?:{must}){GAP}(?P<rest>.+)", re.IGNORECASE | re.DOTALL)


def plainly(said: str) -> str:
    """Return simplified words without what is only courtesy at their ends: "ok, skicka då" is skicka."""
    polite, words = texts.listed("common.courtesy_words"), said.replace(",", " ").split()
    if not words or polite.isdisjoint((words[0], words[-1])):
        return said
    inner = [place for place, word in enumerate(words) if word not in polite]
    return " ".join(words[inner[0] : inner[-1] + 1]) if inner else said


def simplified(text: str) -> str:
    """Return words as they compare: no case, no marks at the ends, single spaces."""
    text = unicodedata.normalize("NFC", text).casefold()
    return " ".join(text.split()).strip(" .!?:;,\"'()[]")


def _one(text: str, offers: tuple[Offer, ...], *, numbers: int) -> Offer | None:
    wanted = simplified(text)
    match = NUMBER.match(wanted)
    if match:
        index = int(match[1]) - 1
        return offers[index] if 0 <= index < min(numbers, len(offers)) else None
    ways = {wanted, _bare(wanted)}
    return next((offer for offer in offers if not ways.isdisjoint(_words(offer.label))), None)


def _bare(text: str) -> str:
    """Words without the marks between them, which few people type."""
    return " ".join(BETWEEN.sub(" ", text).split())


@until_forgotten(1024)
def _words(label: str) -> frozenset[str]:
    """The ways to type a label: whole, without its number, the part behind a colon, either side of a comma.

    Kept, because the same few labels are compared with everything that is typed.
    """
    whole = simplified(label)
    parts = {LEADING_NUMBER.sub("", label), whole.partition(":")[2]}
    before, comma, after = whole.partition(",")
    return frozenset(map(simplified, {whole, _bare(whole), *parts, *((before, after) if comma else ())})) - {""}

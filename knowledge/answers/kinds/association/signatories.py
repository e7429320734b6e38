"""Who signs for an association."""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.length import OWN_WORDS
from knowledge.answers.reading.pieces import one_line
from knowledge.answers.reading.vocabulary import EACH, JOINTLY, NO, ONE, ROLES, TWO, found, heard, starts
from knowledge.answers.result import Json, Reading, Remark, Typed, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown

_HOW_MANY_SIGN = re.compile(r"\s(?:och|ja|and|&|samt|sekä|\+|eller|tai|or|med)\s", re.IGNORECASE)
_INSTEAD = heard(
    "förhinder, förhindrad, förhindrade, frånvaro, ersättare, i stället, estynyt, estyneenä, esteen, esteellinen, "
    "poissa, poissaollessa, sijainen, prevented, absent, absence, unavailable, instead, unable"
)
"""Somebody signs in the place of another, so two roles are no two who sign."""


def _read(said: Typed) -> Reading:
    """Take whether one or two sign, and their roles. One role alone means that one signs.

    Where the rules name alternatives or more than two, the words stand without a number.
    """
    text = one_line(said.text)
    roles = [match for match in (found((role,), text) for role in ROLES) if match]
    if not roles and not any(found(words, text) for words in (ONE, TWO, EACH, JOINTLY)):
        return said.unclear("signatories.unreadable")
    if found(NO, text) and not roles:
        return said.unclear("signatories.unreadable")
    if _may_be_either(text, roles):
        return said.unclear("signatories.unreadable")
    count = _signing(text, len({match.group() for match in roles}))
    begin = starts((*TWO, *ONE), text)
    named = (text[begin.end() :] if begin and count else text).strip(" .,:;()–—-") if roles else ""
    if count is None and not roles:
        return said.unclear("signatories.unreadable")
    if len(named) > OWN_WORDS:
        return said.unclear("text.long", most=said.figures(OWN_WORDS), length=said.figures(len(named)))
    return Understood({"count": count, "roles": named}, () if named else (Remark("signatories.roles"),))


def _may_be_either(text: str, roles: Sequence[re.Match[str]]) -> bool:
    """Tell whether roles stand in a list that does not say if they sign together: "ordförande, sekreterare"."""
    counted = _HOW_MANY_SIGN.search(text) or any(found(words, text) for words in (TWO, EACH, JOINTLY))
    places = sorted((match.start(), match.end()) for match in roles)
    return not counted and any(
        re.fullmatch(r"\w*\s*[,/;]\s*", text[end:start]) for (_, end), (start, _) in pairwise(places)
    )


def _signing(text: str, roles: int) -> Json:
    """Return how many sign together; None if the words say more than a number can."""
    either = bool(re.search(r"\s(?:eller|tai|or|alternativt|antingen|joko)\s", text))
    if found(_INSTEAD, text) or (either and found(TWO, text) and not starts(TWO, text)):
        return None
    joined = bool(re.search(r"\s(?:och|ja|and|&|samt|sekä|\+)\s", text))
    if found(NO, text) or re.search(r"(?<!\w)(?:[3-9]|tre|fyra|kolme|neljä|three|four)(?!\w)", text.casefold()):
        return None
    if found(EACH, text):
        return None if found(JOINTLY, text) or starts(TWO, text) else 1
    if found(TWO, text):
        return 2
    if found(JOINTLY, text):
        return 2 if roles <= 2 or either else None
    if starts(ONE, text) or not roles or not joined:
        return 1
    return 2 if roles == 2 and not either else None


def _show(shown: Shown) -> str:
    count = shown.label(shown.value["count"]) if shown.value["count"] else ""
    if not count:
        return str(shown.value["roles"])
    return f"{count}: {shown.value['roles']}" if shown.value["roles"] else count


SIGNATORIES = Kind(
    name="signatories",
    read=_read,
    show=_show,
    fits=holds("count", "roles"),
    is_number=True,
    between_parts=", ",
    on_sheet=SheetPart.GOVERNANCE,
)

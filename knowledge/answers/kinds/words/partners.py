"""Those who take part, each with a role, or nobody."""

from collections.abc import Sequence

from knowledge.answers.kind import Kind, SetAs
from knowledge.answers.reading.denial import says_none
from knowledge.answers.reading.pieces import pieces, quoted
from knowledge.answers.reading.vocabulary import BETWEEN, SEARCHING, found, heard, is_any
from knowledge.answers.result import Reading, Remark, Typed, Understood
from knowledge.answers.shape import any_lines
from knowledge.answers.shown import as_items

MOST_PARTNERS = 20
"""So many partners, a line each, fit on one page of the paper beside the rest."""


_AGREED = heard(
    "sagt ja, tillfrågad*, tillfrågat, frågade, gått med på, godkänt, lovat, suostunut, suostuneet, kysytty, luvannut, "
    "sanonut kyllä, myöntynyt, agreed, said yes, has been asked, have been asked, promised"
)
"""Words beside a partner that say that it has been asked and will take part."""

_LEADS = heard("leder, ledare, huvudman, ansvarar, vi leder, johtaa, johdamme, vetää, vedämme, leads, lead, leading")


def _read(said: Typed) -> Reading:
    """Take names of partners with their roles, or a no. Partners must have agreed (V24)."""
    none = says_none(said.text)
    if none:
        return Understood([])
    items = [partner for line in pieces(said.text.replace("\t", ", ")) for partner in _partners(line)]
    items = [item for item in items if not is_any(BETWEEN, item)]
    if none is False or any(_is_no_partner(item) for item in items):
        return said.unclear("partners.none")
    if not items or len(said.so_far) + len(items) > MOST_PARTNERS:
        return said.unclear("partners.unreadable", most=str(MOST_PARTNERS))
    return Understood(items, (Remark("partners.consent", is_note=True),))


def undecided(partners: Sequence[str]) -> tuple[Remark, ...]:
    """Return remarks on partners of whom nobody says that they have agreed, and if none is said to lead (V24)."""
    unasked = [item for item in partners if not found(_AGREED, item)]
    no_lead = bool(partners) and not any(found(_LEADS, item) for item in partners)
    return (
        *((Remark("partners.unasked", {"partners": ", ".join(map(quoted, unasked))}),) if unasked else ()),
        *((Remark("partners.lead"),) if no_lead else ()),
    )


def _is_no_partner(item: str) -> bool:
    """Tell whether an item says that there is nobody, or nobody yet: "vi letar"."""
    return says_none(item) is not None or bool(found(SEARCHING, item))


def _partners(line: str) -> list[str]:
    """Part a line at its commas if a name follows each; else a comma begins the partner's role."""
    parts = pieces(line, ",")
    return parts if all(part[0].isupper() for part in parts) else [line]


PARTNERS = Kind(
    name="partners",
    read=_read,
    show=as_items,
    fits=any_lines,
    any_words=True,
    several=True,
    set_as=SetAs.LIST,
)

"""The checklist of stage 2: which questions it has, under which heading, and how each of them stands.

A missing item is a flag and never a no (V27). What stage 1 has asked is not asked again: its fields stand in the same
list, and their answers count.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from knowledge.answers import Given, kind_of
from knowledge.answers.kinds.association.triad import TRIAD
from knowledge.answers.kinds.chosen.choice_text import CHOICE_TEXT
from knowledge.answers.meanings import country_of
from knowledge.answers.result import Json
from knowledge.municipality.meaning import Heading
from knowledge.municipality.pack import AGREEMENT, OF_MUNICIPALITY, SECTIONS, Field, Pack


class ItemState(StrEnum):
    """How an item of the checklist stands. The texts name them."""

    DONE = "done"
    UNDERWAY = "underway"
    MISSING = "missing"


YES, PARTLY, UNDERWAY = "yes", "partly", "underway"


def has_stage_2(pack: Pack) -> bool:
    """Tell whether a municipality works out agreements in a second stage."""
    return any(field.section == AGREEMENT for field in pack.fields)


def items(pack: Pack, answers: Mapping[str, Given]) -> tuple[Field, ...]:
    """Return what the association is asked for an agreement, in the order of the headings.

    Of stage 1 it is what an agreement needs; questions for associations of another country are left out.
    """
    country = country_of(pack, answers)
    asked = [field for field in _in_order(pack) if field.section != OF_MUNICIPALITY]
    return tuple(field for field in asked if field.country in {"", country})


def of_the_municipality(pack: Pack) -> tuple[Field, ...]:
    """Return what the desk answers for an agreement, in the order of the headings."""
    return tuple(field for field in _in_order(pack) if field.section == OF_MUNICIPALITY)


def under(heading: Heading, fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return those of some fields that stand under a heading."""
    return tuple(field for field in fields if field.outline is heading)


def is_silent_on(heading: Heading, pack: Pack) -> bool:
    """Tell whether the municipality's page says nothing of what stands under a heading: none of its questions rests
    on a fact. The parties fill it in if they want to, and are told so.
    """
    return not any(field.facts for field in under(heading, pack.fields))


def standing(field: Field, answer: Given | None) -> ItemState:
    """Return how an item stands: a yes is done, something that is yet to come under way, a no or no answer missing."""
    if answer is None or answer.state != "given" or not kind_of(field).says_something(answer.value):
        return ItemState.MISSING
    said = _said(field, answer.value)
    if field.outline is Heading.LIMITS:
        return ItemState.DONE if said == {"no"} else ItemState.MISSING
    if said <= {YES}:
        return ItemState.DONE
    return ItemState.UNDERWAY if said <= {YES, PARTLY, UNDERWAY} else ItemState.MISSING


def crossed(pack: Pack, answers: Mapping[str, Given]) -> tuple[Field, ...]:
    """Return the limits of a partnership that an answer crosses: a yes, or not a clear no (V23)."""
    limits = under(Heading.LIMITS, pack.fields)
    given = [field for field in limits if field.id in answers and answers[field.id].state == "given"]
    return tuple(field for field in given if standing(field, answers[field.id]) is not ItemState.DONE)


def _in_order(pack: Pack) -> list[Field]:
    """The fields of an outline: under each heading who it is first, then the idea, then what stage 2 asks."""
    by_part = [field for part in (*reversed(SECTIONS), AGREEMENT, OF_MUNICIPALITY) for field in _of(pack, part)]
    return [field for heading in Heading for field in under(heading, by_part)]


def _of(pack: Pack, section: str) -> list[Field]:
    return [field for field in pack.fields if field.section == section]


def _said(field: Field, value: Json) -> set[str]:
    """Return the yes and no of an answer; empty for one that has none, which is done when it is given."""
    kind = kind_of(field)
    if kind is CHOICE_TEXT and kind.fits(value):
        return {value["choice"]}
    if kind is TRIAD and kind.fits(value):
        return {str(value[name]) for name in ("rules", "board") if name in value}
    return set()

"""How the agreement of a case stands, in words for either side: counted, what is missing, and the answers in rows."""

from collections.abc import Iterable

from dialogs import texts
from dialogs.conversation import own_proposals
from dialogs.records.proposal import Answer, Proposal
from knowledge.agreement.checklist import ItemState, crossed, items, standing, under
from knowledge.answers import show
from knowledge.language import Language, words
from knowledge.municipality.meaning import Heading
from knowledge.municipality.pack import Field, Pack

LONGEST_ROW = 140
"""In characters: so much of each answer is shown where those of a heading are; one press shows it whole."""


def facts(pack: Pack, draft: Proposal, language: Language) -> dict[str, object]:
    """What the checklist of an agreement says, in a language: how many items stand how, and which are not done."""
    asked = items(pack, draft.answers)
    stand = {field.id: standing(field, own_proposals.standing(draft, field)) for field in asked}
    missing = [field for field in asked if stand[field.id] is ItemState.MISSING and _counts(draft, field)]
    return {
        "reference": draft.case,
        "done": sum(1 for how in stand.values() if how is ItemState.DONE),
        "total": sum(1 for field in asked if _counts(draft, field) or stand[field.id] is not ItemState.MISSING),
        "missing": by_heading(missing, language, pack),
        "underway": [words(field.label, language) for field in asked if stand[field.id] is ItemState.UNDERWAY],
        "crossed": [words(field.label, language) for field in crossed(pack, draft.answers)],
    }


def by_heading(fields: Iterable[Field], language: Language, pack: Pack) -> list[tuple[int, str, list[str]]]:
    """Return the number and the words of each heading that some fields stand under, with their labels."""
    listed = list(fields)
    found = ((number, heading, under(heading, listed)) for number, heading in enumerate(Heading, start=1))
    return [
        (number, heading_words(heading, language, pack), [words(field.label, language) for field in own])
        for number, heading, own in found
        if own
    ]


def heading_words(heading: Heading, language: Language, pack: Pack) -> str:
    """Return how a heading of the outline is called; in Finland the welfare report has a place in one of them (S4)."""
    return texts.plain(language, f"agreement.heading_{heading}", country=pack.country)


def rows(pack: Pack, draft: Proposal, fields: Iterable[Field], language: Language) -> list[tuple[str, str]]:
    """Return the label and the answer of each field in words, shortened."""
    return [(words(field.label, language), _row(pack, draft, field, language)) for field in fields]


def _counts(draft: Proposal, field: Field) -> bool:
    """Whether an item without an answer is missing: one that may be left out is not, once it was."""
    answer = draft.answers.get(field.id)
    return (
        field.need == "R"
        or (field.need == "C" and answer is None)
        or (answer is not None and answer.state == "unclear")
    )


def _row(pack: Pack, draft: Proposal, field: Field, language: Language) -> str:
    answer = own_proposals.standing(draft, field)
    if answer is None or answer.state == "skipped":
        return texts.plain(language, "proposal.not_given")
    if answer.state == "unknown":
        return texts.plain(language, "proposal.not_known_yet")
    return texts.cut(" · ".join(_lines(pack, field, answer, language)), LONGEST_ROW)


def _lines(pack: Pack, field: Field, answer: Answer, language: Language) -> list[str]:
    text = show(field, answer.value, language, pack) if answer.state == "given" else answer.said
    return [line.strip() for line in text.splitlines() if line.strip()]

"""The two papers of a proposal as plain values: what they are called, which sections they have, what is missing.

It decides order (V12 to V15) and gaps (V11); what a section holds is `sections.py`'s, how a file is called
`file_names.py`'s. How a page looks is the renderer's: nothing here knows fonts or file formats, and the few fixed words
of a page are not here either.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Given, kind_of, show
from knowledge.answers.meanings import country_of, is_read_as_meant, meant
from knowledge.answers.result import Json
from knowledge.language import Language, words
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import DocumentNames, Field, Pack
from knowledge.papers.costs_and_funding import costs_and_funding, stands_in_it
from knowledge.papers.file_names import file_stem
from knowledge.papers.form_entries import blank_for, entries
from knowledge.papers.gaps import FilledForm, Gap, disagreements, gaps_of, is_told
from knowledge.papers.in_brief import BriefFact, in_brief
from knowledge.papers.sections import Section, goals_and_measures, section

BASICS, PROPOSAL = "basics", "proposal"
LONG = "text.long"
"""What is said of words that are longer than their question takes."""
OPENING = (Meaning.NEED, Meaning.TOPICS)
"""The need and its challenge open the paper; then come the points that the city's page names, in the pack's order."""

BESIDE_THE_FORM = {Language.SV: "underlag", Language.FI: "pohjatiedot", Language.EN: "background"}
"""What the data sheet is called beside a form of the municipality's own."""
_BETWEEN_NAMES = re.compile(r"\s+[-–—/|]\s+|\s*\n\s*")
_ENDINGS = {
    Language.SV: re.compile(r"\br\.?\s?f\.?$", re.IGNORECASE),
    Language.FI: re.compile(r"\br\.?\s?y\.?$", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper ready to be set.

    `head` are the facts under the title with their labels, `brief` those that a proposal is remembered by, `gaps` what
    wants an answer or a second look (empty if
    nothing that the page asks for does), `dated` the day on it (None: no day), `scheme` what it is handed in for.
    """

    kind: str
    language: Language
    title: str
    association: str
    head: tuple[tuple[str, str], ...]
    filename_stem: str
    sections: tuple[Section, ...]
    gaps: tuple[Gap, ...]
    scheme: str
    dated: date | None
    brief: tuple[BriefFact, ...] = ()


def paper(
    pack: Pack, answers: Mapping[str, Given], language: Language, kind: str, now: date | None, nameless: str = ""
) -> Paper:
    """Put a paper together from answers, each given one of its field's kind.

    `nameless` stands for the association that has not said its name yet.
    """
    draft = FilledForm(pack, answers, Language(language), now.year if now else 0)
    association = told_name(pack, answers, draft.language) or nameless
    fields = _fields(pack, kind, country_of(pack, answers))
    beside = [field for field in pack.fields if kind_of(field).takes_files and field not in fields]
    head = (Meaning.ORGANISATION_NUMBER,) if kind == BASICS else (Meaning.ORGANISATION_NUMBER, Meaning.CONTACT_PERSON)
    return Paper(
        kind=kind,
        language=draft.language,
        title=association if kind == BASICS else _told(draft, Meaning.TITLE) or association,
        association=association,
        head=tuple(_head(draft, head)),
        filename_stem=file_stem(association, _suffix(pack, draft.language, kind)),
        # What is handed in with the papers stands on both, so that each tells all that belongs together.
        sections=tuple(_sections(draft, [*fields, *beside], as_tables=kind == PROPOSAL)),
        gaps=_gaps(draft, fields, kind),
        scheme=words(pack.scheme, draft.language),
        dated=now,
        brief=in_brief(draft) if kind == PROPOSAL else (),
    )


def association_name(pack: Pack, values: Mapping[str, Json], language: Language) -> str:
    """Return the association's name from understood values; of two names, the one in the language (S15)."""
    name = str(meant(pack, values, Meaning.ASSOCIATION_NAME) or "")
    parts = [part.strip() for part in _BETWEEN_NAMES.split(name) if part.strip()]
    ending = _ENDINGS.get(Language(language), _ENDINGS[Language.SV])
    fitting = [part for part in parts if ending.search(part)]
    both = len(parts) == len(_ENDINGS) and all(any(end.search(part) for part in parts) for end in _ENDINGS.values())
    return fitting[0] if both and len(fitting) == 1 else name


def told_name(pack: Pack, answers: Mapping[str, Given], language: Language) -> str:
    """Return the association's name from its answer, also where it is longer than its question takes (V10)."""
    draft = FilledForm(pack, answers, language, year=0)
    return _too_long(draft, Meaning.ASSOCIATION_NAME) or association_name(pack, draft.values, language)


def _told(draft: FilledForm, meaning: Meaning) -> str:
    """Return a name as it was understood, or as it was typed where it is only too long."""
    return _too_long(draft, meaning) or str(meant(draft.pack, draft.values, meaning) or "")


def _too_long(draft: FilledForm, meaning: Meaning) -> str:
    field = draft.pack.field_that_means(meaning)
    if field is None or not any(gap.reason == LONG for gap in gaps_of(draft, [field])):
        return ""
    return " ".join(draft.answers[field.id].said.split())


def document_names(pack: Pack, language: Language) -> DocumentNames | None:
    """Return the names that the municipality demands; English papers take the Swedish set, or the only one."""
    return pack.documents.get(language) or pack.documents.get(Language.SV) or next(iter(pack.documents.values()), None)


def _suffix(pack: Pack, language: Language, kind: str) -> str:
    names = document_names(pack, language)
    if names is None:
        return kind
    # The demanded name is that of the municipality's own form, where there is one.
    beside = f"-{words(BESIDE_THE_FORM, language)}" if blank_for(pack, language) else ""
    return f"{names.basics}{beside}" if kind == BASICS else names.proposal


def _fields(pack: Pack, kind: str, country: str) -> list[Field]:
    """Return the fields of a paper in its order; those of one country only for who is registered there."""
    fields = [field for field in pack.fields if field.section == kind and field.means is not Meaning.TITLE]
    fields = [field for field in fields if field.country in {"", country}]
    place = {meaning: number for number, meaning in enumerate(OPENING)}
    return sorted(fields, key=lambda field: place.get(field.means, len(OPENING)) if field.means else len(OPENING))


def _head(draft: FilledForm, meanings: Sequence[Meaning]) -> Iterator[tuple[str, str]]:
    """Yield who hands the paper in: a number and a person, each with its label."""
    for meaning in meanings:
        field = draft.pack.field_that_means(meaning)
        answer = draft.answers.get(field.id) if field is not None else None
        if field is not None and answer is not None and answer.state == "given":
            yield words(field.label, draft.language), show(field, answer.value, draft.language, draft.pack)


def _gaps(draft: FilledForm, fields: Sequence[Field], kind: str) -> tuple[Gap, ...]:
    """Return the gaps of a paper with what does not fit together; what may be added does not make a list alone."""
    title = draft.pack.field_that_means(Meaning.TITLE)
    asked = [title, *fields] if title is not None and kind == PROPOSAL else fields
    blank = blank_for(draft.pack, draft.language) if kind == BASICS else None
    own = (*gaps_of(draft, asked), *(entries(draft, blank, None).gaps if blank else ()))
    met = {gap.reason for gap in own}
    crossed = disagreements(draft) if kind == PROPOSAL else ()
    gaps = (*own, *(gap for gap in crossed if gap.reason not in met))
    return gaps if any(gap.needed for gap in gaps) else ()


def _sections(draft: FilledForm, fields: Sequence[Field], *, as_tables: bool) -> Iterator[Section]:
    """Yield a section for each field that has an answer; goals and measures are one, and so are costs and funding."""
    beside, costs = _beside_the_goals(fields), _told_of_costs(draft, fields) if as_tables else None
    for field in fields:
        answer = draft.answers.get(field.id)
        if field.means is Meaning.GOALS and beside:
            together = goals_and_measures(draft, field, beside)
            if together.table and together.table.rows:
                yield together
        elif costs is not None and stands_in_it(draft, field):
            if field.means is Meaning.COSTS:
                yield costs
        elif field is not beside and answer is not None and (is_told(field, answer) or answer.state == "unclear"):
            yield section(draft, field, answer, as_table=as_tables)


def _told_of_costs(draft: FilledForm, fields: Sequence[Field]) -> Section | None:
    """Return the one section of costs and funding, None if there is not enough for it."""
    field = next((field for field in fields if field.means is Meaning.COSTS), None)
    return costs_and_funding(draft, field) if field is not None else None


def _beside_the_goals(fields: Sequence[Field]) -> Field | None:
    """Return the measures if they can stand beside the goals, None if one of the two is missing or of another kind."""
    told = {field.means: field for field in fields if is_read_as_meant(field)}
    return told.get(Meaning.MEASURES) if Meaning.GOALS in told else None

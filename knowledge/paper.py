"""The two papers of a proposal as plain values: what they are called, which sections they have, what is missing.

It decides names (V10), order (V12 to V15) and gaps (V11). How a page looks is the renderer's: nothing here knows
fonts or file formats, and the few fixed words of a page are not here either.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from knowledge.answers import Given, fits, shown_lines, shown_total
from knowledge.answers.formats import locale_of, money
from knowledge.answers.result import Json, cleaned
from knowledge.pack import DocumentNames, Field, Language, Pack, words

BASICS, PROPOSAL = "basics", "proposal"
NAME, ORG_NUMBER, REGISTER_NUMBER, TITLE = "GU01", "GU02", "GU03", "FP01"
GOALS, MEASURES = "FP05", "FP06"
ORDER = ("FP02", "FP04", "FP03", GOALS, MEASURES, "FP07", "FP08", "FP09", "FP10", "FP11", "FP12", "FP13")
"""The need and its challenge open the paper; then come the points that the city's page names, in its order."""

LINES = frozenset({"texts", "measures"})
"""The kinds whose values are lines of words: only such goals and measures can stand side by side."""

LONGEST_NAME = 120
LONGEST_NAME_BYTES = 180
"""A name in a file name: a whole path and the endings must fit too, and file systems count bytes."""

_COLUMNS = {"costs": ("what",), "yearly": ("year",), "funding-list": ("source", "note")}
"""What stands before the sum in the tables of money."""

_ILLEGAL = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]')
_TURNS_TEXT = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_BETWEEN_NAMES = re.compile(r"\s+[-–—/|]\s+|\s*\n\s*")
_ENDINGS = {
    Language.SV: re.compile(r"\br\.?\s?f\.?$", re.IGNORECASE),
    Language.FI: re.compile(r"\br\.?\s?y\.?$", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a column is named by a word of the renderer. `total` belongs to the last column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One question with its answer: lines of text, a table, or both.

    `state` is `given`, `unclear` (the lines are as typed), or `missing` (nothing to show).
    """

    heading: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    state: str = "given"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper ready to be set. `gaps` are the headings that want an answer, `dated` the day on it (None: no day)."""

    kind: str
    language: Language
    title: str
    subtitle: str
    filename_stem: str
    sections: tuple[Section, ...]
    gaps: tuple[str, ...]
    footer: str
    dated: date | None


def paper(
    pack: Pack, answers: Mapping[str, Given], language: Language, kind: str, now: date | None, nameless: str = ""
) -> Paper:
    """Put a paper together from answers, each given one of its field's kind.

    `nameless` stands for the association that has not said its name yet.
    """
    language = Language(language)
    values = {key: answer.value for key, answer in answers.items() if answer.state == "given"}
    association = association_name(values, language) or nameless
    idea = _words(values, TITLE)
    own_number = _own_number(values)
    title, subtitle = (idea or association, association if idea else "")
    if kind == BASICS:
        title, subtitle = association, str(own_number.get("number", ""))
    fields = _fields(pack, kind, own_number)
    return Paper(
        kind=kind,
        language=language,
        title=title,
        subtitle=subtitle,
        filename_stem=file_stem(association, _suffix(pack, language, kind)),
        sections=tuple(_sections(pack, fields, answers, language)),
        gaps=tuple(words(field.label, language) for field in fields if _is_gap(field, answers.get(field.id))),
        footer=words(pack.scheme, language),
        dated=now,
    )


def association_name(values: Mapping[str, Json], language: Language) -> str:
    """Return the association's name from understood values; of two names, the one in the language (S15)."""
    name = _words(values, NAME)
    parts = [part.strip() for part in _BETWEEN_NAMES.split(name) if part.strip()]
    ending = _ENDINGS.get(Language(language), _ENDINGS[Language.SV])
    fitting = [part for part in parts if ending.search(part)]
    both = len(parts) == len(_ENDINGS) and all(any(end.search(part) for part in parts) for end in _ENDINGS.values())
    return fitting[0] if both and len(fitting) == 1 else name


def document_names(pack: Pack, language: Language) -> DocumentNames | None:
    """Return the names that the municipality demands; English papers take the Swedish set, or the only one."""
    return pack.documents.get(language) or pack.documents.get(Language.SV) or next(iter(pack.documents.values()), None)


def file_stem(name: str, suffix: str) -> str:
    """Return `name_suffix` as V10 demands it, without the ending.

    Only what no file name may hold is replaced, by a hyphen. A very long name is cut, and a few characters of its
    fingerprint keep it apart from others that begin alike.
    """
    plain = _TURNS_TEXT.sub("", unicodedata.normalize("NFC", name))
    plain = "".join(c for c in plain if unicodedata.category(c) not in {"Cs", "Cn", "Co"})
    plain = _ILLEGAL.sub("-", plain).strip().lstrip(".")
    if len(plain) > LONGEST_NAME or len(plain.encode()) > LONGEST_NAME_BYTES:
        plain = f"{_cut(plain)}~{sha256(plain.encode()).hexdigest()[:6]}"
    return f"{plain}_{suffix}".rstrip(". ") if plain else suffix


def _cut(name: str) -> str:
    kept = name[:LONGEST_NAME]
    while len(kept.encode()) > LONGEST_NAME_BYTES:
        kept = kept[:-1]
    return kept.rstrip()


def _suffix(pack: Pack, language: Language, kind: str) -> str:
    names = document_names(pack, language)
    return (names.basics if kind == BASICS else names.proposal) if names else kind


def _words(values: Mapping[str, Json], field_id: str) -> str:
    """Return a value that is words; a pack may have made another kind of the field, which names nothing."""
    value = values.get(field_id)
    return value if isinstance(value, str) else ""


def _own_number(values: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return the number and country of the association, nothing if the field is of another kind."""
    value = values.get(ORG_NUMBER)
    return value if value and fits("org-number", value) else {}


def _fields(pack: Pack, kind: str, own_number: Mapping[str, Json]) -> list[Field]:
    """Return the fields of a paper in its order; the Finnish register number only for those who can have one."""
    finnish = own_number.get("country", pack.country) == "FI"
    fields = [field for field in pack.fields if field.section == kind and field.id != TITLE]
    fields = [field for field in fields if finnish or field.id != REGISTER_NUMBER]
    place = {field_id: number for number, field_id in enumerate(ORDER)}
    return sorted(fields, key=lambda field: place.get(field.id, len(ORDER)))


def _is_gap(field: Field, answer: Given | None) -> bool:
    if answer is None:
        return field.asked
    return answer.state not in {"given", "skipped"} or (answer.state == "skipped" and field.need == "R")


def _sections(pack: Pack, fields: Sequence[Field], answers: Mapping[str, Given], language: Language) -> list[Section]:
    """Return a section for each field, goals and measures as one; what was never asked nor said is left out."""
    beside = _beside_the_goals(fields)
    sections = []
    for field in fields:
        if field is beside:
            continue
        if not field.asked and field.id not in answers:
            continue
        if field.id == GOALS and beside:
            sections.append(_goals(field, beside, answers, language))
        else:
            sections.append(_section(pack, field, answers.get(field.id), language))
    return sections


def _beside_the_goals(fields: Sequence[Field]) -> Field | None:
    """Return the measures if they can stand beside the goals, None if one of the two is missing or of another kind."""
    lines = {field.id: field for field in fields if field.kind in LINES}
    return lines.get(MEASURES) if GOALS in lines else None


def _section(pack: Pack, field: Field, answer: Given | None, language: Language) -> Section:
    heading = words(field.label, language)
    if answer is None or answer.state in {"skipped", "unknown"}:
        return Section(heading, state="missing")
    if answer.state != "given":
        return Section(heading, _lines(cleaned(answer.said)), state="unclear")
    table = _table(pack, field, answer.value, language) if field.section == PROPOSAL else None
    if table is not None:
        return Section(heading, table=table)
    shown = shown_lines(field, answer.value, language, pack)
    return Section(heading, tuple(line for text in shown for line in _lines(text)))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in (part.strip() for part in text.splitlines()) if line)


def _table(pack: Pack, field: Field, value: Json, language: Language) -> Table | None:
    """Return rows for the kinds that hold sums, None for the others and for an empty list."""
    columns = _COLUMNS.get(field.kind)
    if not columns or not value or not all(row[columns[0]] for row in value):
        return None
    locale = locale_of(language, pack.country)
    rows = tuple(
        (
            *(str(row[column]) for column in columns),
            money(row["sum"], pack.currency, locale) if row["sum"] is not None else "",
        )
        for row in value
    )
    summed = field.kind != "funding-list" and len(rows) > 1
    return Table((*columns, "sum"), rows, shown_total(value, language, pack) if summed else "")


def _goals(goals: Field, measures: Field, answers: Mapping[str, Given], language: Language) -> Section:
    """V12: each goal beside its measure; what was not understood stands below as it was typed."""
    aims, marks = _items(answers.get(goals.id)), _items(answers.get(measures.id))
    height = max(len(aims), len(marks))
    rows = tuple(
        ((aims[place] if place < len(aims) else ""), (marks[place] if place < len(marks) else ""))
        for place in range(height)
    )
    unclear = [answers[field.id].said for field in (goals, measures) if _is_unclear(answers.get(field.id))]
    lines = tuple(line for said in unclear for line in _lines(cleaned(said)))
    heading = f"{words(goals.label, language)} – {words(measures.label, language).lower()}"
    table = Table(("goal", "measure"), rows) if rows else None
    return Section(heading, lines, table, "unclear" if lines else ("given" if table else "missing"))


def _items(answer: Given | None) -> list[str]:
    return [str(item) for item in answer.value] if answer and answer.state == "given" else []


def _is_unclear(answer: Given | None) -> bool:
    return answer is not None and answer.state == "unclear"

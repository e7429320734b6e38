"""What goes into the boxes of a municipality's own form, and what fits in none, each with its reason.

Nothing is cut and nothing is guessed: an answer that has no room, or a choice that the form does not offer, leaves its
box empty and is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from babel.dates import format_date

from knowledge.answers import Given, show
from knowledge.answers.formats import locale_of, number
from knowledge.answers.result import Json
from knowledge.blanks.blank import Blank, BoxKind, FormBox, Mapped
from knowledge.language import Language, words
from knowledge.municipality.pack import Field, Pack
from knowledge.papers.gaps import FilledForm, Gap, is_told

NO_BOX, LONG, CHOICE, SIGNS = "form.no-box", "form.long", "form.choice", "form.signs"
PLAIN_LETTERS = "cp1252"
"""The letters that a font without a table of its own has in every reader of PDF."""
Entry = str | bool | date
"""Words, a tick, or a day."""
USUAL_DAY = "d.M.yyyy"
"""Where a form does not say how it wants a day to be written, in the letters of CLDR."""


def words_of(blank: Blank, box: FormBox, entry: Entry) -> str:
    """Return an entry that is no tick as it is written in a box: a day in the pattern that the form has for it."""
    if not isinstance(entry, date):
        return str(entry)
    return str(format_date(entry, box.day_pattern or USUAL_DAY, locale=str(blank.languages[0])))


@dataclass(frozen=True)
class Entries:
    """What goes into which box, and what could not be filled in."""

    by_box: Mapping[str, Entry] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()


def blank_for(pack: Pack, language: Language) -> Blank | None:
    """Return the municipality's own form for papers in a language, None if it has given none."""
    return next((blank for blank in pack.blanks if language in blank.languages), None)


def entries(draft: FilledForm, blank: Blank, today: date | None) -> Entries:
    """Return what the answers put into a form."""
    by_box: dict[str, Entry] = {}
    gaps: list[Gap] = list(_without_a_box(draft, blank))
    for mapped in blank.mapped:
        box = blank.boxes.get(mapped.box)
        if box is None:
            continue
        if mapped.today:
            by_box.update({mapped.box: today} if today else {})
            continue
        entry = _entry(draft, mapped, box)
        if isinstance(entry, Gap):
            gaps.append(entry)
        elif entry is not None:
            by_box[mapped.box] = entry
            gaps += _not_drawn(draft, mapped, box, entry)
    return Entries(by_box, tuple(gap for place, gap in enumerate(gaps) if gap not in gaps[:place]))


def _without_a_box(draft: FilledForm, blank: Blank) -> Iterator[Gap]:
    """Yield the answers about the association that the form does not ask for."""
    mapped = {one.field for one in blank.mapped if one.box in blank.boxes}
    for one in draft.pack.fields:
        if one.section == "basics" and one.id not in mapped and is_told(one, draft.answers.get(one.id)):
            yield _gap(draft, one, NO_BOX)


def _entry(draft: FilledForm, mapped: Mapped, box: FormBox) -> Entry | Gap | None:
    asked = draft.pack.fields_by_id[mapped.field]
    answer = draft.answers.get(asked.id)
    if answer is None or not is_told(asked, answer):
        return None
    value = _part(answer.value, mapped.part)
    if box.kind is BoxKind.TICK:
        return True if mapped.ticks in _values(value) else None
    if value in (None, "", []):
        return None
    text = _text(draft, asked, answer, mapped, value)
    if box.kind is BoxKind.CHOICE:
        offered = {option.casefold(): option for option in box.options}
        return offered.get(text.casefold()) or _gap(draft, asked, CHOICE, value=text)
    if box.longest and len(text) > box.longest:
        return _gap(draft, asked, LONG, length=_figures(draft, len(text)), most=_figures(draft, box.longest))
    return text


def _part(value: Json, part: str) -> Json:
    return value.get(part) if part and isinstance(value, dict) else value


def _values(value: Json) -> set[str]:
    return {str(item) for item in value} if isinstance(value, list) else {str(value)}


def _text(draft: FilledForm, asked: Field, answer: Given, mapped: Mapped, value: Json) -> str:
    """Return an answer as it is written in the form: by the form's own name for it, or as it is shown elsewhere."""
    if not isinstance(value, (list, dict)) and str(value) in mapped.choices:
        return mapped.choices[str(value)]
    text = str(value) if mapped.part else show(asked, answer.value, draft.language, draft.pack)
    match mapped.written:
        case "digits":
            return "".join(filter(str.isdigit, text))
        case "compact":
            return "".join(text.split())
    return text.replace("\u00a0", " ")


def _not_drawn(draft: FilledForm, mapped: Mapped, box: FormBox, entry: Entry) -> Iterator[Gap]:
    if box.plain_letters and isinstance(entry, str):
        lost = "".join(dict.fromkeys(sign for sign in entry if not _is_plain(sign)))
        if lost:
            yield _gap(draft, draft.pack.fields_by_id[mapped.field], SIGNS, signs=lost)


def _is_plain(sign: str) -> bool:
    return sign == "\n" or bool(sign.encode(PLAIN_LETTERS, "ignore"))


def _figures(draft: FilledForm, amount: int) -> str:
    return number(amount, locale_of(draft.language, draft.pack.country))


def _gap(draft: FilledForm, asked: Field, reason: str, **values: str) -> Gap:
    label = words(asked.label, draft.language)
    return Gap(label, reason, {"label": label, **values}, needed=True)

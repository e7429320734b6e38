"""Which options of a field are meant: by number, by value, by label in any language, or by the beginning of a label.

Half a name never becomes another option, and what names none stays in the words that were typed.
"""

import re
from collections.abc import Sequence

from knowledge.answers.reading.pieces import one_line, pieces
from knowledge.answers.reading.vocabulary import NO, found, heard
from knowledge.answers.result import Typed
from knowledge.language import Language, words
from knowledge.municipality.pack import Option

UNKNOWN = "unknown"
"""The option of a list of goals that says that one does not know: it is no answer yet."""

LIGHT = heard(
    "brist, främjande, skapande, förstärkande, puute, puuttuminen, edistäminen, vahvistaminen, luominen, lisääminen, "
    "lack, promoting, strengthening, creating, making, with, from"
)
"""The words of a label that name nothing by themselves."""

EXCEPT = heard(
    "utom, förutom, undantag, annat än, paitsi, muu kuin, muuta kuin, muulla kuin, lukuun ottamatta, except, "
    "excluding, apart from, "
    "other than, anything but, any but, all but, but not"
)
_STEM = 4
"""In letters: so much is alike at the least in two forms of a word; shorter words are told apart letter by letter."""

_ENDING = 3
"""In letters: the endings of Finnish and Swedish that one word takes are seldom longer ("ensamhet", "ensamheten")."""


def numbered_options(said: Typed) -> str:
    """Return the options of the field in a line, each with the number that it may be chosen by."""
    labels = (words(option.label, Language(said.language)) for option in said.field.options)
    return ", ".join(f"{place} {label}" for place, label in enumerate(labels, 1))


def chosen_options(said: Typed, *, within: bool = True) -> tuple[list[str], list[str]]:
    """Return the options that were named, once each, and the parts that name none.

    A part with "and" in it is parted there only if an option is named on one side. `within` tells whether an option
    may be named by a sentence that says more.
    """
    options = said.field.options
    whole = _only(_exact(options, one_line(said.text).casefold()))
    if whole:
        return [whole], []
    chosen: list[str] = []
    strange: list[str] = []
    for part in pieces(said.text, r"[\n;,\t]"):
        one = _option(options, part, within=False)
        sides = [] if one else pieces(part, r"\s(?:och|ja|and|sekä|samt|&|\+)\s")
        named = [one] if one else [_option(options, side, within=within) for side in sides]
        if not any(named):
            named, sides = [_option(options, part, within=within)], [part]
        chosen += [value for value in named if value]
        strange += [side for side, value in zip(sides, named, strict=False) if not value]
    if strange and all(part.isdigit() for part in said.text.split()):
        return _chosen_numbers(said, strange)
    return list(dict.fromkeys(chosen)), strange


def _chosen_numbers(said: Typed, strange: list[str]) -> tuple[list[str], list[str]]:
    values = [_option(said.field.options, part) for part in said.text.split()]
    return (list(dict.fromkeys(values)), []) if all(values) else ([], strange)


def is_denied(options: Sequence[Option], part: str) -> bool:
    """Tell whether a part says of one option that it is not there: "budget nej"."""
    return bool(found(NO, part)) and bool(_only(_within(options, one_line(part).casefold())))


def _option(options: Sequence[Option], typed: str, *, within: bool = True) -> str:
    """Return the value of the option that is meant, empty if none, more than one, or if it is denied."""
    plain = one_line(typed).casefold().strip(" .!?)")
    if re.fullmatch(r"\d{1,3}", plain, re.ASCII):
        return options[int(plain) - 1].value if 0 < int(plain) <= len(options) else ""
    sure = _only(_exact(options, plain)) or _only(_begun(options, plain)) or _only(_part_of(options, plain))
    return sure or (_only(_within(options, plain)) if within and not found((*NO, *EXCEPT), plain) else "")


def _only(values: set[str]) -> str:
    return next(iter(values)) if len(values) == 1 else ""


def _exact(options: Sequence[Option], plain: str) -> set[str]:
    return {o.value for o in options if plain == o.value.casefold() or plain in _all_labels(o)}


def _begun(options: Sequence[Option], plain: str) -> set[str]:
    """Return the options whose label begins as was typed, if at least half of it was: "unga" is no "ungas ohälsa"."""
    return {
        o.value
        for o in options
        if any(name.startswith(plain) and len(plain) * 2 >= len(name) for name in _all_labels(o))
    }


def _part_of(options: Sequence[Option], plain: str) -> set[str]:
    """Return the options of whose label every word was typed but the light ones: "brist på" may be left out."""
    typed = _long_words(plain)
    if not typed or len(typed) != len(plain.split()):
        return set()
    return {o.value for o in options if any(_same_but_light(typed, name) for name in _all_labels(o))}


def _same_but_light(typed: Sequence[str], label: str) -> bool:
    heavy = [word for word in _long_words(label) if word not in LIGHT]
    return _all_stand_in(typed, heavy) and _all_stand_in(heavy, typed)


def _within(options: Sequence[Option], plain: str) -> set[str]:
    """Return the options whose longer words all stand in what was typed, of those the longest."""
    typed = _long_words(plain)
    counts = {
        option.value: max(
            (len(long) for name in _all_labels(option) if (long := _long_words(name)) and _all_stand_in(long, typed)),
            default=0,
        )
        for option in options
    }
    most = max(counts.values(), default=0)
    return {value for value, count in counts.items() if count == most > 0}


def _long_words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", text)


def _all_stand_in(some: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(_same_word(word, other) for other in others) for word in some)


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are one in two forms: they begin alike and differ in a few letters at the end.

    "vardagsmotion" and "vardagsfärdigheter" begin alike too, and are two things.
    """
    alike = next((place for place, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), None)
    alike = min(len(one), len(other)) if alike is None else alike
    return alike >= _STEM and max(len(one), len(other)) - alike <= _ENDING


def _all_labels(option: Option) -> list[str]:
    return [label.casefold() for label in option.label.values()]

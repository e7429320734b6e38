"""Answers that choose: among the options of a field, yes and no, languages.

An option is chosen by its number, its value, its label in any language, or the beginning of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.denial import NEGATIONS, says_none
from knowledge.answers.result import Json, Reading, Remark, Said, Understood, one_line, pieces, quoted
from knowledge.answers.vocabulary import (
    EVERYTHING,
    LANGUAGES,
    NO,
    NOTHING,
    PARTLY,
    SURE,
    YES,
    found,
    heard,
    is_any,
    starts,
)
from knowledge.language import Language, words
from knowledge.municipality.pack import Field, Option, Pack

OWN_WORDS = 200
UNKNOWN = "unknown"
"""The option of a list of goals that says that one does not know: it is no answer yet."""

LIGHT = heard(
    "brist, främjande, skapande, förstärkande, puute, puuttuminen, edistäminen, vahvistaminen, luominen, lisääminen, "
    "lack, promoting, strengthening, creating, making, with, from"
)
"""The words of a label that name nothing by themselves."""

ANOTHER = heard(
    "andra, annat, annan, något annat, ett annat, muu, muut, muita, jokin muu, joku muu, other, others, another"
)
EXCEPT = heard(
    "utom, förutom, undantag, annat än, paitsi, muu kuin, muuta kuin, muulla kuin, lukuun ottamatta, except, "
    "excluding, apart from, "
    "other than, anything but, any but, all but, but not"
)
_INFLECTED = 3
"""So many letters may differ at the end of two words that are one word in two forms."""


def prepared(field: Field, pack: Pack) -> Field:
    """Return a field with the options that its pack keeps elsewhere: the catalogue's topics, city goals."""
    if field.options:
        return field
    match field.kind:
        case "topics":
            return replace(field, options=pack.catalogue.options)
        case "goal":
            return replace(field, options=pack.goals)
        case _:
            return field


def read_ticks(said: Said) -> Reading:
    """Take any number of options, all or none."""
    options = said.field.options
    if is_any(EVERYTHING, said.text):
        return Understood([option.value for option in options])
    if is_any(NOTHING, said.text):
        return Understood([])
    none = says_none(said.text)
    if none:
        return Understood([])
    if found(EXCEPT, said.text):
        return said.unclear("ticks.unknown", part=said.quote, options=_offered(said))
    chosen, strange = _chosen(said)
    denied = [part for part in strange if _denied(said.field.options, part)]
    strange = [part for part in strange if part not in denied]
    if none is False or strange or not chosen:
        part = (strange or denied or [said.quote])[0]
        return said.unclear("ticks.unknown", part=quoted(part), options=_offered(said))
    return Understood(chosen)


def read_topics(said: Said) -> Reading:
    """Take topics of the catalogue, or a yes to those of the need.

    What is not in the catalogue stays in own words, for it only gives examples (V5).
    """
    if is_any(YES, said.text) and said.known.get("topics"):
        return Understood(list(said.known["topics"]))
    chosen, strange = _chosen(said)
    most = said.field.limits[1] or 3
    if says_none(said.text) or any(found((*NO, *EXCEPT), part) for part in strange):
        return said.unclear("topics.none")
    if len(chosen) + len(strange) > most:
        return said.unclear("topics.many", most=str(most))
    if any(len(part) > OWN_WORDS for part in strange):
        return said.unclear("text.long", most=str(OWN_WORDS), length=str(max(map(len, strange))))
    if not chosen and not strange:
        return said.unclear("text.empty")
    remarks = tuple(Remark("topics.own", {"part": part}) for part in strange)
    return Understood([*chosen, *strange], remarks)


def read_goal(said: Said) -> Reading:
    """Take goals of the city's list, or own words for one."""
    if says_none(said.text) or is_any(ANOTHER, said.text):
        return said.unclear("goal.none")
    chosen, strange = _chosen(said, within=False)
    most = said.field.limits[1] or 600
    if chosen == [UNKNOWN]:
        return said.unclear("text.unknown")
    if chosen and not strange:
        return Understood(chosen)
    if len(said.text) > max(most, OWN_WORDS):
        return said.unclear("text.long", most=str(max(most, OWN_WORDS)), length=str(len(said.text)))
    return Understood(said.text)


def read_language(said: Said) -> Reading:
    """Take one language."""
    named = languages_in(said.text)
    offered = [option.value for option in said.field.options] or list(LANGUAGES)
    if number := re.fullmatch(r"([1-9])[.)]?", said.text, re.ASCII):
        named = offered[int(number[1]) - 1 : int(number[1])]
    if len(named) != 1 or named[0] not in offered or denies_language(said.text):
        return said.unclear("language.unreadable")
    return Understood(named[0])


def languages_in(text: str) -> list[str]:
    """Return the codes of the languages that a text names. A code counts as the whole text or a piece of a list."""
    alone = {piece.casefold().strip(" .!?()") for piece in pieces(text, r"[\n;,/]")}
    return [code for code, names in LANGUAGES.items() if code in alone or found(names, text)]


def denies_language(text: str) -> bool:
    """Tell whether a text that names a language says that it is not that one: "ej engelska", "en puhu englantia"."""
    return bool(found((*NEGATIONS, *EXCEPT), text) or re.match(r"en\s", text.strip(), re.IGNORECASE))


def read_choice_text(said: Said) -> Reading:
    """Take yes, partly or no, and the words that follow it.

    A yes or no that begins a longer sentence stays in the words: "Ei vielä" is a no, and "not yet" is what was said.
    """
    number = re.match(r"([123])\s*(?:[.):,]\s*(?!\d)|$)", said.text)
    if number:
        choice, rest = ("yes", "partly", "no")[int(number[1]) - 1], said.text[number.end() :].strip()
    else:
        choice, rest = _begun_choice(said)
    if not choice:
        return said.unclear("choice.unreadable")
    most = said.field.limits[1] or len(rest)
    if len(rest) > most:
        return said.unclear("text.long", most=str(most), length=str(len(rest)))
    return Understood({"choice": choice, "text": rest})


def _begun_choice(said: Said) -> tuple[str, str]:
    """Return the choice that a text begins with and the words that follow; no choice if it takes two at once."""
    for choice, typical in (("partly", PARTLY), ("yes", YES), ("no", NO)):
        begin = starts((*_labels(said.field, choice), *typical), said.text)
        if begin:
            break
    else:
        return "", ""
    rest = said.text[begin.end() :]
    after = re.match(r"[\s,]*(?:(?:och|ja|and|eller|tai|or|men|mutta|but)\s+)?", rest)
    next_words = rest[after.end() :] if after else rest
    if choice != "partly" and starts(PARTLY, next_words):
        return ("partly", said.text) if choice == "yes" else ("", "")
    opposite = {"yes": NO, "no": YES}.get(choice, ())
    if opposite and rest.strip(" ,.!") and is_any(opposite, next_words):
        return "", ""
    sure = begin.group() in SURE or not rest[:1].isspace()
    return choice, (rest.lstrip(" \n.,:;–—-") if sure else said.text)


def _chosen(said: Said, *, within: bool = True) -> tuple[list[str], list[str]]:
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


def _chosen_numbers(said: Said, strange: list[str]) -> tuple[list[str], list[str]]:
    values = [_option(said.field.options, part) for part in said.text.split()]
    return (list(dict.fromkeys(values)), []) if all(values) else ([], strange)


def _option(options: Sequence[Option], typed: str, *, within: bool = True) -> str:
    """Return the value of the option that is meant, empty if none, more than one, or if it is denied."""
    plain = one_line(typed).casefold().strip(" .!?)")
    if re.fullmatch(r"\d{1,3}", plain, re.ASCII):
        return options[int(plain) - 1].value if 0 < int(plain) <= len(options) else ""
    sure = _only(_exact(options, plain)) or _only(_begun(options, plain)) or _only(_part_of(options, plain))
    return sure or (_only(_within(options, plain)) if within and not found((*NO, *EXCEPT), plain) else "")


def _denied(options: Sequence[Option], part: str) -> bool:
    """Tell whether a part says of one option that it is not there: "budget nej"."""
    return bool(found(NO, part)) and bool(_only(_within(options, one_line(part).casefold())))


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
    return alike >= 4 and max(len(one), len(other)) - alike <= _INFLECTED


def _all_labels(option: Option) -> list[str]:
    return [label.casefold() for label in option.label.values()]


def _labels(field: Field, value: str) -> list[str]:
    return [label.casefold() for option in field.options if option.value == value for label in option.label.values()]


def _offered(said: Said) -> str:
    labels = (words(option.label, Language(said.language)) for option in said.field.options)
    return ", ".join(f"{place} {label}" for place, label in enumerate(labels, 1))


def label_of(field: Field, value: Json, language: Language) -> str:
    """Return how an option is called, or the value itself where the field has no such option."""
    for option in field.options:
        if option.value == str(value):
            return words(option.label, language)
    return str(value)

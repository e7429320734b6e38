"""Answers that choose: among the options of a field, yes and no, languages.

An option is chosen by its number, its value, its label in any language, or the beginning of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.result import Json, Reading, Remark, Said, Understood, one_line, pieces
from knowledge.answers.vocabulary import (
    EVERYTHING,
    LANGUAGES,
    NO,
    NOTHING,
    PARTLY,
    YES,
    found,
    is_any,
    starts,
)
from knowledge.pack import Field, Language, Option, Pack, words

OWN_WORDS = 200


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
    chosen, strange = _chosen(said)
    if strange or not chosen:
        return said.unclear("ticks.unknown", part=strange[0] if strange else said.quote, options=_offered(said))
    return Understood(chosen)


def read_topics(said: Said) -> Reading:
    """Take topics of the catalogue, or a yes to those of the need.

    What is not in the catalogue stays in own words, for it only gives examples (V5).
    """
    if is_any(YES, said.text) and said.known.get("topics"):
        return Understood(list(said.known["topics"]))
    chosen, strange = _chosen(said)
    most = said.field.limits[1] or 3
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
    chosen, strange = _chosen(said)
    most = said.field.limits[1] or 600
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
    if len(named) != 1 or named[0] not in offered:
        return said.unclear("language.unreadable")
    return Understood(named[0])


def languages_in(text: str) -> list[str]:
    """Return the codes of the languages that a text names."""
    return [code for code, names in LANGUAGES.items() if found(names, text)]


def read_choice_text(said: Said) -> Reading:
    """Take yes, partly or no, and the words that follow it."""
    text = said.text
    for choice, heard in (("partly", PARTLY), ("yes", YES), ("no", NO)):
        own = tuple(label for label in _labels(said.field, choice) if label)
        if begin := starts((*own, *heard), text):
            rest = text[begin.end() :].lstrip(" \n.,:;–—-")
            break
    else:
        begin = re.match(r"([123])[.):\s]*(?!\d)", text)
        if not begin:
            return said.unclear("choice.unreadable")
        choice, rest = ("yes", "partly", "no")[int(begin[1]) - 1], text[begin.end() :].strip()
    most = said.field.limits[1] or len(rest)
    if len(rest) > most:
        return said.unclear("text.long", most=str(most), length=str(len(rest)))
    return Understood({"choice": choice, "text": rest})


def _chosen(said: Said) -> tuple[list[str], list[str]]:
    """Return the options that were named, once each, and the parts that name none."""
    whole = _only(_exact(said.field.options, one_line(said.text).casefold()))
    if whole:
        return [whole], []
    chosen: list[str] = []
    strange: list[str] = []
    for part in pieces(said.text, r"[\n;,]|\s(?:och|ja|and|sekä|samt|&|\+)\s"):
        value = _option(said.field.options, part)
        if value:
            chosen += [value] if value not in chosen else []
        else:
            strange.append(part)
    if strange and all(part.isdigit() for part in said.text.split()):
        return _chosen_numbers(said, strange)
    return chosen, strange


def _chosen_numbers(said: Said, strange: list[str]) -> tuple[list[str], list[str]]:
    values = [_option(said.field.options, part) for part in said.text.split()]
    return (list(dict.fromkeys(values)), []) if all(values) else ([], strange)


def _option(options: Sequence[Option], typed: str) -> str:
    """Return the value of the option that is meant, empty if none or more than one."""
    plain = one_line(typed).casefold().strip(" .!?)")
    if re.fullmatch(r"\d{1,3}", plain, re.ASCII):
        return options[int(plain) - 1].value if 0 < int(plain) <= len(options) else ""
    return _only(_exact(options, plain)) or _only(_begun(options, plain)) or _only(_within(options, plain))


def _only(values: set[str]) -> str:
    return next(iter(values)) if len(values) == 1 else ""


def _exact(options: Sequence[Option], plain: str) -> set[str]:
    return {o.value for o in options if plain == o.value.casefold() or plain in _all_labels(o)}


def _begun(options: Sequence[Option], plain: str) -> set[str]:
    long_enough = len(plain) >= 4
    return {o.value for o in options if long_enough and any(name.startswith(plain) for name in _all_labels(o))}


def _within(options: Sequence[Option], plain: str) -> set[str]:
    """Return the options whose longer words all stand in what was typed, of those the longest."""
    typed = _stems(plain)
    counts = {
        option.value: max((len(_stems(label)) for label in _all_labels(option) if _stems(label) <= typed), default=0)
        for option in options
    }
    most = max(counts.values(), default=0)
    return {value for value, count in counts.items() if count == most > 0}


def _stems(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[^\W\d_]{4,}", text)}


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

"""Who pitches, in what language, and how the minutes are spent (V18)."""

import re

from knowledge.answers.formats import language_name, minutes
from knowledge.answers.kind import Kind
from knowledge.answers.labels import PARTS
from knowledge.answers.reading.denial import NEGATIONS, says_unknown
from knowledge.answers.reading.languages import denies_language, languages_in
from knowledge.answers.reading.length import SHORT_TEXT
from knowledge.answers.reading.numbers import numbers_in
from knowledge.answers.reading.pieces import pieces, trimmed
from knowledge.answers.reading.sums import as_json
from knowledge.answers.reading.vocabulary import (
    LANGUAGES,
    NEARLY,
    NEEDS,
    ROLES,
    counted_in_figures,
    found,
    heard,
    pattern,
)
from knowledge.answers.result import Json, Reading, Remark, Typed, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown

MOST_MINUTES = 10
"""The longest pitch: Vasa's page gives at most ten minutes. A longer one is remarked on, not refused."""

_MINUTES = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,]5)?)\s*(?:(?:min\w*\.?|['′])(?!\w)|(?=[)\s.]*$))", re.IGNORECASE | re.ASCII
)
"""A number with its minutes, or a number that ends its part: "idé 5". In "2 talare" it counts something else."""

_QUARTER = re.compile(
    r"(?<!\w)(?:en |ett |yksi |a )?(?:kvart|kvarts|vartti|vartin|varttia|quarter of an hour)(?!\w)", re.I
)
_SPAN_OF_MINUTES = re.compile(r"\d\s*(?:[-–—/]|till|eller|tai|or|to)\s*\d")
_OTHER_LENGTH = heard(
    "minuter, minutit, minuuttia, minutes, kvart*, vartti*, timme, timmar, tunti, tuntia, hour, hours"
)
"""The words of a length; with no number that was understood it is asked about."""

_NEEDS_LABEL = re.compile(rf"^(?:{'|'.join(PARTS['needs'].values())})\s*:\s*", re.IGNORECASE)
_ENDS_A_LANGUAGE = re.compile(r"\s*(?:$|[)\].,:;/&+-]|(?:och|ja|sekä|samt|and|eller|tai|or)(?!\w))")
_OF_A_LANGUAGE = heard(
    "språk, språket, pitchspråk, pitchspråket, vi, jag, talar, pratar, presenterar, är, blir, presentation, "
    "presentationen, endast, bara, helst, gärna, kieli, kielenä, puhumme, puhutaan, esitys, esitämme, pidämme, on, "
    "vain, mieluiten, language, we, i, speak, present, is, only, preferably, pitch, pitchen, pitchi"
)
"""The words beside a language that name no speaker."""

Part = dict[str, Json]


def _read(said: Typed) -> Reading:
    """Take speakers, a language, parts with their minutes, and what is needed: a screen, a hearing loop, a helper."""
    parts = [one for part in pieces(said.text, r"[\n;\t]|,(?!\d)") for one in _timed(part)]
    language = _language_of(parts)
    value: Part = {"who": "", "language": language, "minutes": [], "needs": ""}
    others: list[str] = []
    needs: list[str] = []
    for part in parts:
        words = _without(language, part)
        if minutes := _MINUTES.search(words):
            value["minutes"].append(_part(words, minutes))
        elif found(NEEDS, part):
            needs.append(_NEEDS_LABEL.sub("", part))
        elif words:
            others.append(words)
    _place(value, others, needs)
    if any(map(_is_no_length, parts)) or says_unknown(said.text) or not _names_anything(value):
        return said.unclear("pitch.unreadable")
    # A pack may limit the pitch in minutes or its description in characters; small numbers are minutes.
    longest = said.field.limits[1] if said.field.limits[1] > MOST_MINUTES else SHORT_TEXT
    if len(said.text) > longest:
        return said.unclear("text.long", most=said.figures(longest), length=said.figures(len(said.text)))
    return Understood(value, minutes_remark(value))


def _names_anything(value: Part) -> bool:
    """Tell whether there is an answer, and nobody who speaks is a no: "vi kommer inte"."""
    return bool(value["who"] or value["minutes"] or value["language"]) and not found(NEGATIONS, value["who"])


def _timed(part: str) -> list[str]:
    """Return a part with its minutes in figures; two with minutes each are two parts."""
    text = counted_in_figures(_QUARTER.sub("15 min", part), r"min\w*")
    sides = pieces(text, r"\s(?:och|samt|ja|sekä|and|&|\+)\s") if len(_MINUTES.findall(text)) > 1 else [text]
    return sides if all(len(_MINUTES.findall(side)) == 1 for side in sides) else [text]


def _is_no_length(part: str) -> bool:
    """Tell whether a part says how long, but not in one clear number of minutes: "5-6 min", "en timme"."""
    lengths = _MINUTES.findall(part)
    spans = bool(lengths) and bool(_SPAN_OF_MINUTES.search(part))
    return spans or len(lengths) > 1 or (not lengths and bool(found(_OTHER_LENGTH, part)))


def _language_of(parts: list[str]) -> str:
    """Return the language that is spoken, empty if more than one is: who speaks keeps them then."""
    spoken = {code for part in parts if not found(NEEDS, part) for code in _spoken(part)}
    return spoken.pop() if len(spoken) == 1 else ""


def _spoken(part: str) -> list[str]:
    """Return the languages that a part is spoken in. "Den svenska ordföranden" says what she is."""
    words = _MINUTES.sub(" ", part)
    if denies_language(words) and not _is_code(words):
        return []
    return [code for code in languages_in(words) if _is_code(words) or _place_of(code, words)]


def _is_code(words: str) -> bool:
    """Tell whether words are nothing but the codes of languages."""
    return all(piece.casefold().strip(" .()") in LANGUAGES for piece in re.split(r"[,/]", words))


def _place_of(code: str, words: str) -> re.Match[str] | None:
    """Return where a language is named as the one that is spoken: after "på", before "och", or as the last word."""
    for match in pattern(LANGUAGES[code]).finditer(words.casefold()):
        said = re.search(r"(?<!\w)(?:på|in)\s+$", words[: match.start()], re.IGNORECASE)
        if said or match.group().endswith("ksi") or _ENDS_A_LANGUAGE.match(words, match.end()):
            return match
    return None


def _without(language: str, part: str) -> str:
    """Return what a part says beside the language of the pitch, empty if that is nothing."""
    if not language or language not in _spoken(part) or found(NEEDS, part):
        return part
    minutes = _MINUTES.search(part)
    length = minutes.group() if minutes else ""
    words = _MINUTES.sub(" ", part)
    place = None if _is_code(words) else _place_of(language, words)
    if place is None:
        return length
    rest = re.sub(r"(?:(?<!\w)(?:på|in)|[(\[])\s*$", "", words[: place.start()]) + " " + words[place.end() :]
    rest = trimmed(rest)
    named = pattern(_OF_A_LANGUAGE).sub("", rest.casefold()).strip(" .,:;()–-")
    return f"{rest if named else ''} {length}".strip()


def _place(value: Part, others: list[str], needs: list[str]) -> None:
    """Tell who speaks from what is needed: who has minutes of their own is named already, else the first who is named.

    Languages that are more than one stay with who speaks.
    """
    speakers = any(found(ROLES, part["what"]) for part in value["minutes"])
    who = [part for part in others if languages_in(part) or found(ROLES, part) or _is_a_name(part)]
    if not who and not speakers:
        who = others[:1]
    elif who and others[0] not in who and not speakers:
        who = [others[0], *who]
    value["who"] = ", ".join(who)
    value["needs"] = ", ".join([*(part for part in others if part not in who), *needs])


def _is_a_name(part: str) -> bool:
    """Tell whether a part is a name: "Kalle Svensson", "Bo"."""
    return bool(re.fullmatch(r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)*", part)) and part.title() == part


def minutes_remark(value: Json) -> tuple[Remark, ...]:
    """Return a remark if the parts take more than ten minutes together."""
    together = sum(part["minutes"] for part in value["minutes"])
    if together <= MOST_MINUTES:
        return ()
    return (Remark("pitch.long", {"minutes": f"{together:g}", "most": str(MOST_MINUTES)}),)


def _part(part: str, minutes: re.Match[str]) -> Part:
    """Return what takes how long."""
    words = f"{part[: minutes.start()]} {part[minutes.end() :]}"
    if nearly := found(NEARLY, words):
        words = words[: nearly.start()] + words[nearly.end() :]
    return {"what": trimmed(words), "minutes": as_json(numbers_in(minutes[1])[0])}


def _show(shown: Shown) -> list[str]:
    value = shown.value
    named = language_name(value["language"], shown.locale) if value["language"] else ""
    first = ", ".join(part for part in (value["who"], named) if part)
    parts = [f"{part['what']}: {minutes(part['minutes'], shown.locale)}".lstrip(": ") for part in value["minutes"]]
    needs = f"{shown.part('needs')}: {value['needs']}" if value["needs"] else ""
    return [line for line in (first, *parts, needs) if line]


PITCH = Kind(
    name="pitch",
    read=_read,
    show=_show,
    fits=holds("who", "language", "minutes", "needs"),
    names_a_language=True,
    between_parts=", ",
)

"""Who pitches, in what language, and how the minutes are spent (FP17, V18)."""

import re

from knowledge.answers.choices import languages_in
from knowledge.answers.counts import numbers_in
from knowledge.answers.labels import PARTS
from knowledge.answers.result import Json, Reading, Remark, Said, Understood, pieces
from knowledge.answers.rows import trimmed
from knowledge.answers.sums import as_json
from knowledge.answers.vocabulary import LANGUAGES, NEEDS, NO, ROLES, found, pattern

MOST_MINUTES = 10
_MINUTES = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,]5)?)\s*(?:(?:min\w*\.?|['′])(?!\w)|(?=[)\s.]*$))", re.IGNORECASE | re.ASCII
)
"""A number with its minutes, or a number that ends its part: "idé 5". In "2 talare" it counts something else."""

_NEEDS_LABEL = re.compile(rf"^(?:{'|'.join(PARTS['needs'].values())})\s*:\s*", re.IGNORECASE)

Part = dict[str, Json]


def read_pitch(said: Said) -> Reading:
    """Take speakers, a language, parts with their minutes, and what is needed: a screen, a hearing loop, a helper."""
    value: Part = {"who": "", "language": "", "minutes": [], "needs": ""}
    others: list[str] = []
    needs: list[str] = []
    for part in pieces(said.text, r"[\n;\t]|,(?!\d)"):
        named = languages_in(part)
        minutes = _MINUTES.search(part)
        if minutes:
            value["minutes"].append(_part(value, part, minutes))
        elif found(NEEDS, part):
            needs.append(_NEEDS_LABEL.sub("", part))
        elif len(named) == 1 and not value["language"] and len(part) < 30 and not found(NO, part):
            value["language"] = named[0]
        else:
            others.append(part)
    _place(value, others, needs)
    if not value["who"] and not value["minutes"] and not value["language"]:
        return said.unclear("pitch.unreadable")
    if len(said.text) > (said.field.limits[1] if said.field.limits[1] > MOST_MINUTES else 600):
        return said.unclear("text.long", most="600", length=str(len(said.text)))
    return Understood(value, minutes_remark(value))


def _place(value: Part, others: list[str], needs: list[str]) -> None:
    """Tell who speaks from what is needed: who has minutes of their own is named already, else the first who is named.

    Languages that are more than one stay with who speaks.
    """
    speakers = any(found(ROLES, part["what"]) for part in value["minutes"])
    who = [part for part in others if languages_in(part) or found(ROLES, part)]
    if not who and not speakers:
        who = others[:1]
    elif who and others[0] not in who and not speakers:
        who = [others[0], *who]
    value["who"] = ", ".join(who)
    value["needs"] = ", ".join([*(part for part in others if part not in who), *needs])


def minutes_remark(value: Json) -> tuple[Remark, ...]:
    """Return a remark if the parts take more than ten minutes together."""
    together = sum(part["minutes"] for part in value["minutes"])
    if together <= MOST_MINUTES:
        return ()
    return (Remark("pitch.long", {"minutes": f"{together:g}", "most": str(MOST_MINUTES)}),)


def _part(value: Part, part: str, minutes: re.Match[str]) -> Part:
    """Return what takes how long. A language in the same words is the pitch's: "ordföranden 8 min på svenska"."""
    words = f"{part[: minutes.start()]} {part[minutes.end() :]}"
    named = languages_in(words)
    if len(named) == 1 and not value["language"]:
        value["language"] = named[0]
        spoken = pattern(LANGUAGES[named[0]]).search(words.casefold())
        if spoken:
            words = re.sub(r"(?:\s(?:på|in))?\s*$", "", words[: spoken.start()]) + words[spoken.end() :]
    return {"what": trimmed(words), "minutes": as_json(numbers_in(minutes[1])[0])}

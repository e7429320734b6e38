"""Who pitches, in what language, and how the minutes are spent (FP17, V18)."""

import re

from knowledge.answers.choices import languages_in
from knowledge.answers.counts import numbers_in
from knowledge.answers.result import Json, Reading, Remark, Said, Understood, one_line, pieces
from knowledge.answers.sums import as_json

MOST_MINUTES = 10
_MINUTES = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]5)?)\s*(?:min\w*\.?|['′])?(?!\w)", re.IGNORECASE | re.ASCII)


def read_pitch(said: Said) -> Reading:
    """Take a speaker, a language, parts with their minutes, and what else is said as needs."""
    value: dict[str, Json] = {"who": "", "language": "", "minutes": [], "needs": ""}
    needs: list[str] = []
    for part in pieces(said.text, r"[\n;]|,(?!\d)"):
        named = languages_in(part)
        minutes = _MINUTES.search(part)
        if minutes:
            value["minutes"].append(_part(part, minutes))
        elif len(named) == 1 and not value["language"] and len(part) < 30:
            value["language"] = named[0]
        elif not value["who"]:
            value["who"] = part
        else:
            needs.append(part)
    value["needs"] = ", ".join(needs)
    if not value["who"] and not value["minutes"] and not value["language"]:
        return said.unclear("pitch.unreadable")
    if len(said.text) > (said.field.limits[1] if said.field.limits[1] > MOST_MINUTES else 600):
        return said.unclear("text.long", most="600", length=str(len(said.text)))
    return Understood(value, minutes_remark(value))


def minutes_remark(value: Json) -> tuple[Remark, ...]:
    """Return a remark if the parts take more than ten minutes together."""
    together = sum(part["minutes"] for part in value["minutes"])
    if together <= MOST_MINUTES:
        return ()
    return (Remark("pitch.long", {"minutes": f"{together:g}", "most": str(MOST_MINUTES)}),)


def _part(part: str, minutes: re.Match[str]) -> dict[str, Json]:
    what = one_line(part[: minutes.start()] + " " + part[minutes.end() :]).strip(" .,:;()–—-")
    return {"what": what, "minutes": as_json(numbers_in(minutes[1])[0])}

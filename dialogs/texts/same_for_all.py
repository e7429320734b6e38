"""Words that many people get in one minute, each with their own title in it: what is the same for all is rendered once.

The last day of a round is that of everybody, so of a reminder only the name of the draft and what is left of it differ.
These are put in as the template would have put them: escaped, each where it stands.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from markupsafe import escape

from dialogs import texts
from knowledge.language import Language

KEPT = 256
"""How many messages are remembered, some 250 kilobytes: those of all rounds, languages and rungs of one morning."""
MARKS = {"left": "\ue000", "title": "\ue001"}
"""What stands for one's own words meanwhile: signs that no text of Lots has (Unicode, "Private-Use Characters")."""

Known = str | int | bool | datetime


def said(language: Language, key: str, known: Mapping[str, Known], own: Mapping[str, str]) -> str:
    """Return a text as `texts.say` does, of values that are the same for many and of somebody's own.

    `own` may have those of `MARKS`, each plain text that the template says as it is, or asks whether it is empty.
    """
    filled = tuple([name for name in MARKS if own.get(name)])
    # The same instant on the clocks of two municipalities is equal, and is said in two ways.
    walls = tuple([value.isoformat() for value in known.values() if isinstance(value, datetime)])
    text = _same(language, key, tuple(known.items()), walls, filled)
    for name in filled:  # the title last: what a person has written is not looked through
        text = text.replace(MARKS[name], str(escape(own[name])))
    return text


@lru_cache(KEPT)
def _same(
    language: Language, key: str, known: tuple[tuple[str, Known], ...], _walls: tuple[str, ...], filled: tuple[str, ...]
) -> str:
    marks = {name: mark if name in filled else "" for name, mark in MARKS.items()}
    return texts.say(language, key, **dict(known), **marks)

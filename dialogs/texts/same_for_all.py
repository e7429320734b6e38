"""Words that many people get in one minute, each with their own title in it: what is the same for all is rendered once.

The last day of a round is that of everybody, so of a reminder only the name of the draft and what is left of it differ.
These are put in as the template would have put them: escaped, each where it stands.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import escape

from dialogs import texts
from knowledge.language import Language

MARKS = {"left": "\ue000", "title": "\ue001"}
"""What stands for one's own words meanwhile: signs that no text of Lots has (Unicode, "Private-Use Characters")."""


def marked(language: Language, key: str, known: Mapping[str, Any], own: Iterable[str]) -> str:
    """Return a text as `texts.say` does, with marks for somebody's `own` words; the other ones of `MARKS` are empty.

    The template says them as they are, or asks whether they are empty.
    """
    return texts.say(language, key, **known, **{name: mark if name in own else "" for name, mark in MARKS.items()})


def put_in(text: str, own: Mapping[str, str]) -> str:
    """Return a text with somebody's own words, which are plain text, where their marks stand."""
    for name, mark in MARKS.items():  # the title last: what a person has written is not looked through
        text = text.replace(mark, str(escape(own[name]))) if name in own else text
    return text

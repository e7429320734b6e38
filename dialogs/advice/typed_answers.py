"""An answer to the adviser in a person's own words: "nej", "vår egen idé", "vet ej".

The words of each answer stand in the texts. Whether a cry for help hides in them is not judged here.
"""

from dialogs.advice import known
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from knowledge.advice.questions import UNKNOWN, YES_NO, options


def read(turn: Turn, key: str, text: str, *, whole: bool) -> str:
    """The option that typed words name, as a whole or among others; empty if they name none, or several."""
    words = f" {simplified(text.replace(',', ' ').replace('.', ' '))} "
    texts = {
        UNKNOWN: f"advice.words.{UNKNOWN}",
        **{
            value: f"advice.words.{value}" if value in YES_NO else f"advice.words.{key}.{value}"
            for value in options(key, known.said(turn))
        },
    }
    named = {value: [f" {word} " for word in turn.plain(name).split(",")] for value, name in texts.items()}
    found = [
        value for value, each in named.items() if (words in each if whole else any(word in words for word in each))
    ]
    return UNKNOWN if UNKNOWN in found else found[0] if len(found) == 1 else ""

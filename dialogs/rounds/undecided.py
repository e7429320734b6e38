"""The cases of a round that wait for a decision, and how a round is named at the desk."""

from dialogs import texts
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.records.case import Case
from dialogs.records.case_states import OPEN
from knowledge.municipality.pack import Round

LONGEST_WORDS = 80
"""In characters: longer words that begin like the command are talk."""


def undecided(turn: Turn, round_id: str) -> tuple[Case, ...]:
    """Return the open cases of a round that nobody has decided, the oldest first."""
    return tuple(
        case for case in turn.snapshot.cases if case.round == round_id and case.state in OPEN and case.decision is None
    )


def rounds(turn: Turn) -> tuple[Round, ...]:
    """Return the rounds in which cases wait for a decision."""
    return tuple(item for item in turn.home.rounds if undecided(turn, item.id))


def named(turn: Turn, words: str) -> Round | None:
    """Return the round that words name: by its id, or by all of its name or a part of it, in any language."""
    wanted = simplified(words)
    whole = (item for item in turn.home.rounds if wanted in (item.id, *map(simplified, item.name.values())))
    part = (item for item in turn.home.rounds if any(wanted in simplified(name) for name in item.name.values()))
    return next(whole, None) or next(part, None) if wanted else None


def asked_for(text: str) -> str | None:
    """Return what stands behind words that ask to decide a round, None for other words, which are talk."""
    said = simplified(text)
    if len(text) > LONGEST_WORDS:
        return None
    begins = (begin for begin in texts.listed("rounds.command_words") if said == begin or said.startswith(f"{begin} "))
    longest = max(begins, key=len, default=None)
    return said.removeprefix(longest).strip() if longest is not None else None

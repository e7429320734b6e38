"""Which case of this chat is meant: by its reference, by the words that name it, by the newest message."""

import re
from collections.abc import Iterable

from dialogs.conversation.turn import Turn
from dialogs.records.case import Case


def own(turn: Turn, reference: str) -> Case | None:
    """Return a case of this chat by its reference; another chat's case is none of its business."""
    known = (turn.snapshot.case, *turn.snapshot.cases)
    return next(
        (item for item in known if item and item.reference == reference and item.chat == turn.session.chat),
        None,
    )


def newest_answer(turn: Turn) -> Case | None:
    """The case whose answer from a navigator is the newest thing in the chat; None if something was asked since."""
    asked = turn.session.asked_at
    answered = [case for case in turn.snapshot.cases if case.answered_at and asked and case.answered_at > asked]
    mine = [case for case in answered if case.chat == turn.session.chat]
    return max(mine, key=lambda case: case.answered_at or turn.now, default=None)


def newest_first(listed: Iterable[Case]) -> tuple[Case, ...]:
    """Cases in the order of their newest messages, the newest first."""
    return tuple(sorted(listed, key=lambda case: case.touched, reverse=True))


def named(turn: Turn, text: str) -> tuple[tuple[Case, ...], str]:
    """The cases of this chat whose references a text begins with, in its order, and the words that follow them."""
    found: tuple[Case, ...] = ()
    while (case := _named_first(turn, text)) is not None:
        found, text = (*found, case[0]), case[1]
    return tuple(dict.fromkeys(found)), text


def mentioned(turn: Turn, text: str) -> tuple[Case, ...]:
    """The cases of this chat whose references stand anywhere in a text."""
    words = set(re.findall(r"\w+", text.upper()))
    return tuple(case for case in turn.snapshot.cases if case.reference in words and own(turn, case.reference))


def _named_first(turn: Turn, text: str) -> tuple[Case, str] | None:
    """The case whose reference a text begins with, and the words that follow it; None if it begins otherwise."""
    mentioned_here = text.upper() if turn.snapshot.cases else ""
    for case in turn.snapshot.cases:
        if case.reference not in mentioned_here:
            continue
        match = re.match(rf"{_before_it(turn)}{case.reference}\b\W*", text, re.IGNORECASE)
        if match and own(turn, case.reference):
            return case, text[match.end() :]
    return None


def _before_it(turn: Turn) -> str:
    """A pattern of the words that may stand before a reference."""
    leading = f"{turn.plain('cases.naming_words')},{turn.plain('cases.joining_words')}"
    words = "|".join(re.escape(word) for word in leading.split(","))
    return rf"(?:(?:{words})\W+)*"

"""Long lists, a page at a time: what is shown of one, and the buttons that turn the page.

Telegram takes 100 buttons and 4096 characters a message, and a person takes less. Each list has a verb of its own that
shows the page which begins with a number, so that nothing must be remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dialogs import texts
from dialogs.conversation.replies import Offer
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified

T = TypeVar("T")
ROWS = 8
"""How many rows of a list are shown at a time, each with some lines or a button: one screen of a phone."""
CHOICES = 20
"""How many alternatives are shown at a time, a button each: what one scrolls through to find one's own."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of a list: what is shown, the number of its first item counted from 0, how many are shown at a time and
    how many there are.
    """

    shown: tuple[T, ...]
    first: int
    size: int
    total: int


def page(listed: Sequence[T], first: int | str = 0, size: int = ROWS) -> Page[T]:
    """Return the page of a list that begins with an item; the nearest one if the list has grown shorter meanwhile."""
    wanted = int(first) if str(first).isdecimal() else 0
    last = max(0, (len(listed) - 1) // size * size)
    begin = min(wanted, last)
    return Page(tuple(listed[begin : begin + size]), begin, size, len(listed))


def position(turn: Turn, shown: Page[T]) -> str:
    """Say which rows of how many are shown; empty where all are. Plain text."""
    if shown.total <= shown.size:
        return ""
    return turn.plain(
        "common.page_position", first=shown.first + 1, last=shown.first + len(shown.shown), total=shown.total
    )


def ways(turn: Turn, shown: Page[T], verb: str, of: str = "") -> tuple[Offer, ...]:
    """The buttons to the next and the former page, where there is one. `of` follows a number in their argument."""
    after, before = shown.first + shown.size, shown.first - shown.size
    return (
        *((turn.offer("common.next_page", verb, f"{after} {of}".strip()),) if after < shown.total else ()),
        *((turn.offer("common.former_page", verb, f"{max(0, before)} {of}".strip()),) if shown.first else ()),
    )


def turned(text: str, offers: tuple[Offer, ...]) -> Offer | None:
    """Return the button that turns the page where words ask for it: "fler", "nästa", "föregående"; else None."""
    said = simplified(text)
    for key in ("common.next_page", "common.former_page"):
        if said in texts.listed(f"{key}_words"):
            return next((offer for offer in offers if offer.label in texts.in_all(key)), None)
    return None

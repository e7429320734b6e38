"""Draws `docs/delivery.md` from the code's own rows: `python -m tests.bot.sending.delivery_page` writes it anew."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.sending.calling.mending import MENDINGS
from bot.sending.calling.topics import MADE_AT_MOST
from bot.sending.verdict import (
    DOUBTS_ALLOWED,
    LONGEST_PAUSE,
    UNFIT_TRIES,
    Delivered,
    GivenUp,
    Later,
    LeftInDoubt,
    Moved,
    SetAside,
    Verdict,
    verdict_on,
)
from bot.telegram.calls.response import STRANGERS, TELEGRAMS, Row
from bot.telegram.refusal import Sort, Undeliverable
from storage.queue_items import Parcel

PAGE = Path(__file__).parents[3] / "docs" / "delivery.md"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NAMED = {"retry_after": 7.0, "migrated_to": -1009, "message_id": 7}
WITHOUT_A_STATUS = (
    ("no connection comes about", Sort.WAITS),
    ("the call left, and no answer comes", Sort.DOUBT),
    ("a result that is no message where one is due", Sort.DOUBT),
)


OF_TOPICS = (
    ("the case has no topic", "it is made for its card and then the card posted there; what comes before is set aside"),
    (
        "nobody knows whether it was made",
        f"it is made again, and one may stay behind empty; after {MADE_AT_MOST} for nothing the case goes without",
    ),
    ("its title is another than the state", "it is named anew, before the card changes"),
    (
        "somebody closed it",
        "it is opened for a new message; if that is refused, the message comes outside it and the desk is told",
    ),
    ("it was deleted", "the message is set aside; the card and what was said come in a new one, and it behind them"),
    ("Lots may make none", "the desk is told once, and all goes below the card until an administrator gives the right"),
    ("the group has no topics any more", "all goes below the card, which stays where it stands"),
)


@dataclass(frozen=True, slots=True)
class State:
    """How it stands with a message before a try; the reason of the try before is the same again."""

    name: str
    tried: int
    changes: dict[str, Any]

    def parcel(self, reason: str = "why", **content: Any) -> Parcel:
        """A message in this state, tried so often with one reason."""
        about = {"chat": 101, "method": "sendMessage", "payload": {"text": "hej"}, "seq": 1, **content}
        return Parcel(**about, attempts=self.tried + 1, error=reason if self.tried else "", **self.changes)


STATES = (
    State("an answer, first try", 0, {}),
    State("third try", 2, {"doubts": 2}),
    State("tenth try", 9, {"doubts": 4}),
    State("after five doubts", 5, {"doubts": 5}),
    State("a reminder, first try", 0, {"bulk": True}),
    State("a reminder after a doubt", 1, {"doubts": 1, "bulk": True}),
)


def page() -> str:
    """The page: what came back, what it says, and what follows in each state."""
    head = ["what comes back", "what it says", *(state.name for state in STATES)]
    return f"""# What ends a message

Drawn from `bot/telegram/calls/response.py`, `bot/sending/verdict.py` and `bot/sending/calling/mending.py`. Do not edit:
`python -m tests.bot.sending.delivery_page` writes this page anew, and each row is played over real connections against
a server that lies.

Only Telegram's own JSON ends a message: `ok: false`, a number and a description. Whatever else comes back was written
by somebody on the way; where the call may have been done it leaves a doubt, else it waits. Why is told in
[what ends a message](decisions/2026-11-29-what-ends-a-message.md) and
[what nobody can tell](decisions/2026-11-22-what-nobody-can-tell.md).

{_table([head, *_rows_without_a_status(), *map(_row, STRANGERS)])}

In Telegram's own JSON the number counts, whatever the status:

{_table([head, *map(_row, TELEGRAMS)])}

- *delivered*: as `sent`; the receipt says so. *given up*: as `refused`, with Telegram's number and words; the receipt
  says so, and the next message of the chat goes out. *in doubt*: as `ambiguous`; the receipt says that nobody knows.
- No try follows at once, and no wait is longer than {LONGEST_PAUSE:g} seconds but the one that Telegram names.
- A message in doubt is sent again {DOUBTS_ALLOWED[False]} times at most, a reminder once. A call that Telegram cannot
  take is made {UNFIT_TRIES} times.

## What is mended at once

Telegram wants the message, but not all of it. The call is made again without that, sent or edited alike:

{_table([["what Telegram says", "what people get"], *([one.what, one.left] for one in MENDINGS)])}

A card that stands in another chat than its message is for is posted anew there: the staff group became a supergroup, or
is another one now.

## What belongs in the topic of its case

Where a staff group has topics, a card and what is said under it wait for the topic of their case; each call about it is
followed by a commit, and only then comes the next (`tests/bot/sending/calling/test_topics.py`). Why is told in
[one topic a case](decisions/2026-11-30-one-topic-a-case.md).

{_table([["what is found", "what follows"], *map(list, OF_TOPICS)])}
"""


def follows(verdict: Verdict) -> str:
    """What becomes of a message, in a few words."""
    match verdict:
        case Delivered():
            return "delivered"
        case GivenUp(shut_out=shut_out):
            return "given up, as is all else for the chat" if shut_out else "given up"
        case SetAside():
            return "set aside"
        case LeftInDoubt():
            return "in doubt"
        case Moved():
            return f"to the new chat in {_seconds(verdict.at)}"
        case Later():
            whose = "its chat waits" if verdict.chat_rests else "waits"
            return f"{whose} {_seconds(verdict.at)}{', a doubt' if verdict.doubtful else ''}"


def wanted(sort: Sort, state: State) -> str:
    """What the code makes of one sort in one state."""
    return follows(verdict_on(state.parcel(), Undeliverable("why", sort, **NAMED), NOON))


def _seconds(at: datetime) -> str:
    return f"{(at - NOON).total_seconds():g} s"


def _row(row: Row) -> list[str]:
    return _cells(row.what, row.sort)


def _rows_without_a_status() -> list[list[str]]:
    return [_cells(what, sort) for what, sort in WITHOUT_A_STATUS]


def _cells(what: str, sort: Sort) -> list[str]:
    return [what, sort.value, *(wanted(sort, state) for state in STATES)]


def _table(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [rows[0], ["---"] * len(rows[0]), *rows[1:]])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

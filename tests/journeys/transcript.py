"""Transcripts: conversations written down as they should go, and the player that holds a stage to them.

A line is an act or an expectation. Acts: `M` the member types, `M [Label]` presses; `N`, `O` and `P` are navigators in
the staff group, `N> text` answers the newest card; `U` is an official in the group of an office, `U> text` answers the
newest question; `S sticker` and `S photo` send a thing, `S file budget.pdf 240000` a
file of so many bytes; `T 2023-09-08T09:00` moves the clock
(wall time in Vasa); `K` kills and restarts where the stage can; `X member` or `X desk` shuts the bot out, `I member` or
`I desk` lets it in again; `E accepted` and `E refused address` tell what became of a letter, `E answer Tack` what came
back by mail; `{link}` in what is typed stands for the newest invitation that the member was given.
Expectations about what came since the last act: `B`
words in the member's chat, `D` words in the staff group, `Q` words in the office, `F` a file's name; with `!` they must
not have come.

Where there are several of a kind a number follows the letter: `M3` is the third member and `B3` their chat, `U2` and
`Q2` are the second office; `N3 [Label]` presses on the card of the third member's case, `N3> text` answers that card.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")
ACTS = frozenset("MNOPUSTKXIE")
INVITATION = re.compile(r"start=(\S+)")
"""The parameter in a link to Lots."""


class Stage(Protocol):
    """Where a transcript is played: over `step` alone, or over HTTP with the whole bot.

    An actor is a letter, with a number behind it where there are several.
    """

    def type(self, actor: str, text: str, *, to_card: bool) -> None:
        """Let a person write, plainly or as a reply to a card, the newest if none is named; in an office to the newest
        question.
        """

    def press(self, actor: str, label: str) -> None:
        """Let a person press the newest button with a label, on the card that is named if one is."""

    def send_thing(self, actor: str, kind: str) -> None:
        """Let a person send a sticker or a photo."""

    def move_clock(self, to: datetime) -> None:
        """Let time pass up to an instant, with all that falls due on the way."""

    def restart(self) -> None:
        """Kill the bot and start it again, where there is one."""

    def news(self, where: str, *, wanted: str) -> str:
        """What came since the last act, one message after another: `B` member's chat, `D` staff group, `Q` office, `F`
        file names.

        A stage that runs for real waits until `wanted` stands there, or for a while when it is empty.
        """

    def invitation(self) -> str:
        """The parameter of the newest link that the member was given."""

    def shut_out(self, who: str) -> None:
        """Let the member block the bot, or the staff group put it out."""

    def let_in(self, who: str) -> None:
        """Let it in again."""

    def tell_of_mail(self, fate: str, about: str) -> None:
        """Let something become known of the newest letter that Lots was to send."""

    def begin_act(self) -> None:
        """Forget the news of the act before."""


@dataclass(frozen=True)
class Line:
    """One line of a transcript with its number."""

    number: int
    mark: str
    text: str


def read(path: Path) -> list[Line]:
    """Read a transcript; empty lines and lines that begin with # are for people."""
    lines = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if raw.strip() and not raw.startswith("#"):
            mark, _, text = raw.partition(" ")
            lines.append(Line(number, mark, text.strip()))
    return lines


def play(path: Path, stage: Stage) -> None:
    """Play a transcript and hold the stage to it, line by line."""
    for line in read(path):
        where = f"{path.name}:{line.number}: {line.mark} {line.text}"
        if line.mark[0] in ACTS:
            stage.begin_act()
            act(stage, line)
        else:
            expect(stage, line, where)


def act(stage: Stage, line: Line) -> None:
    """Let one act happen."""
    actor, text = line.mark.rstrip(">"), line.text.replace("\\n", "\n")
    if actor == "T":
        stage.move_clock(datetime.fromisoformat(text).replace(tzinfo=HELSINKI))
    elif actor == "K":
        stage.restart()
    elif actor == "X":
        stage.shut_out(text)
    elif actor == "I":
        stage.let_in(text)
    elif actor == "E":
        fate, _, about = text.partition(" ")
        stage.tell_of_mail(fate, about)
    elif actor == "S":
        stage.send_thing("M", text)
    elif text.startswith("[") and text.endswith("]"):
        stage.press(actor, text[1:-1])
    else:
        text = text.replace("{link}", stage.invitation()) if "{link}" in text else text
        stage.type(actor, text, to_card=line.mark.endswith(">"))


def expect(stage: Stage, line: Line, where: str) -> None:
    """Compare what came with one expectation."""
    absent = line.mark.endswith("!")
    news = stage.news(line.mark.rstrip("!"), wanted="" if absent else line.text)
    found = spaced(line.text) in spaced(news)
    assert found is not absent, f"{where}\n--- but this came:\n{news}"


def spaced(text: str) -> str:
    """Words as they compare: no case, and the hard spaces of sums and times as plain ones."""
    return text.replace("\xa0", " ").replace("\u202f", " ").casefold()

"""Formatted words on their way from one person to another: cleaned, joined, and written as Telegram's HTML.

HTML is made of runs alone, so no tag can stay open, whatever somebody typed or marked. A text that bears no marks has
no runs, and stands for itself.
"""

from html import escape
from itertools import takewhile

from markupsafe import Markup

from dialogs.conversation.events import Edited, Event, Said
from dialogs.records.run import Run
from knowledge.normalising import visible_part

TAGS = frozenset({"b", "i", "u", "s", "tg-spoiler", "code", "pre", "blockquote"})
"""The marks that are passed on, by Telegram's names (Bot API, HTML style)."""
Runs = tuple[Run, ...]


def marked(text: str, runs: Runs) -> str:
    """Return what a text is shown as in HTML: its runs with their marks, or itself for the template to escape."""
    return as_html(runs) if runs else text


def as_html(runs: Runs) -> Markup:
    """Return runs as Telegram's HTML. A mark goes on from one run to the next where it is the same."""
    written: list[str] = []
    opened: tuple[str, ...] = ()
    for run in runs:
        wanted = _tags(run)
        shared = _shared(opened, wanted)
        written += [_closed(tag) for tag in reversed(opened[shared:])]
        written += [f"<{tag}>" for tag in wanted[shared:]]
        written.append(escape(run.text, quote=False))
        opened = wanted
    written += [_closed(tag) for tag in reversed(opened)]
    return Markup("".join(written))  # noqa: S704 - every text and address in it is escaped above


def cleaned(runs: Runs) -> Runs:
    """Return runs with their words as every reader is to see them."""
    return tuple(run.but(text=text) for run in runs if (text := visible_part(run.text)))


def joined(first: str, first_runs: Runs, between: str, second: str, second_runs: Runs) -> Runs:
    """Return the runs of two texts with something between them; none if neither bears marks."""
    if not (first_runs or second_runs):
        return ()
    return (*(first_runs or (Run(first),)), Run(between), *(second_runs or (Run(second),)))


def formatted_as(event: Event, text: str) -> Runs:
    """Return the runs of an event's words; none for words that are not exactly those."""
    return event.formatted if isinstance(event, Said | Edited) and event.text == text else ()


def _tags(run: Run) -> tuple[str, ...]:
    """What is opened before a run, the outermost first: tags with what belongs into them."""
    marks = tuple(mark for mark in run.marks if mark in TAGS)
    return (*marks, f'a href="{escape(run.link)}"') if run.link else marks


def _shared(opened: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """How many tags from the outermost both have."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(opened, wanted, strict=False))
    return sum(1 for _ in same)


def _closed(tag: str) -> str:
    return f"</{tag.partition(' ')[0]}>"

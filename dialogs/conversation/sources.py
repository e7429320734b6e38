"""Where a statement comes from, in words: the page, the day it was read, how old it is, what lies ahead of the clock.

What the clock has not reached is not told: a demonstration that stands in 2023 knows nothing of 2024.
"""

import re

from dialogs.conversation.turn import Turn
from knowledge.municipality.pack import Fact, Pack, Source

YEAR = re.compile(r"(?:19|20)\d\d")
SENTENCES = re.compile(r"(?<=[.?]) (?=[^\W\d_])")


def dated(turn: Turn, pack: Pack) -> str:
    """Name the page that the pack rests on, the day it was read and how old its facts are."""
    return _line(turn, pack, next(iter(pack.sources.values())), "")


def sources(turn: Turn, pack: Pack, facts: tuple[str, ...], *, page: bool = False) -> list[str]:
    """Name the sources of some facts, each once with the years of its facts; with `page` that of the pack too."""
    years: dict[str, dict[str, None]] = {next(iter(pack.sources)): {}} if page else {}
    for fact in (pack.facts[number] for number in facts if number in pack.facts):
        years.setdefault(fact.source, {})[fact.date] = None
    named = {name: ", ".join(sorted(filter(None, dates))) for name, dates in years.items()}
    return [_line(turn, pack, pack.sources[name], dated) for name, dated in named.items()]


def reached(turn: Turn, written: str) -> bool:
    """Tell whether the clock has reached every year that stands in a text."""
    return all(int(year) <= turn.local.year for year in YEAR.findall(written))


def so_far(turn: Turn, text: str) -> str:
    """Return a text without the sentences whose years the clock has not reached."""
    return " ".join(sentence for sentence in SENTENCES.split(text) if reached(turn, sentence))


def known_now(turn: Turn, fact: Fact | None) -> bool:
    """Tell whether a fact was known on the day of the clock. What rests on no fact always was."""
    return fact is None or reached(turn, fact.date)


def _line(turn: Turn, pack: Pack, source: Source, year: str) -> str:
    """Name one source. The page of the scheme bears its name in the language of the chat."""
    main = source.id == next(iter(pack.sources))
    return turn.plain(
        "office.source",
        title=turn.words(pack.scheme) if main else source.title,
        read=source.read,
        dated=turn.words(pack.data_from) if main else year,
        unconfirmed=pack.read if pack.verify_by < turn.local.date() else None,
    )

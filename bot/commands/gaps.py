"""`lots gaps`: the gap report of a municipality, whole, for whoever keeps its pack."""

import asyncio
from collections.abc import Iterator

from bot.clock import wall
from bot.commands.database import opened
from bot.database_thread import DatabaseThread
from bot.overview.reading import everything_of
from dialogs.overview import shown
from dialogs.overview.gaps import gap_words
from dialogs.overview.gaps.found import gaps as gaps_of
from dialogs.overview.period import EARLIEST, Period
from knowledge.language import language_of_code
from knowledge.municipality.load import load_packs


def gaps(pack_id: str, year: int = 0, code: str = "", bot: str = "") -> Iterator[str]:
    """Yield the lines to print. `pack_id` is a pack's id or its folder, `year` 0 for the present one.

    Raise `ValueError` for a language or a year that there is not. It may be called while the bot runs.
    """
    [pack] = load_packs([pack_id]).values()
    today = wall().astimezone(pack.zone).date()
    language = language_of_code(code) if code else pack.languages[0]
    if language is None:
        raise ValueError(f"{code} is no language of Lots: sv, fi or en.")
    if not EARLIEST <= (year or today.year) <= today.year:
        raise ValueError(f"{year} is no year from {EARLIEST} to {today.year}.")
    period = Period(year or today.year, today)
    with opened(bot, read_only=True) as database:
        thread = DatabaseThread()
        read = asyncio.run(everything_of(database, thread, pack, today))
        thread.close()
    found = gaps_of(read.rows, read.corrections, read.stops, pack, period)
    yield from gap_words.lines(found, pack, language)
    if read.unreadable:
        yield shown.with_unreadable("", read.unreadable, language)

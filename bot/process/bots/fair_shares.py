"""Which of several processes is to lead which bot: as many each as can be, with as few moves as that takes.

Everybody reckons from what all can see, and comes to the same: no process has to tell another what to do.
"""

from collections.abc import Iterator

from storage.engine.leadership import Bot, Seen


def fair_shares(seen: Seen) -> dict[Bot, int]:
    """Return who is to lead each bot that somebody could lead.

    Who leads goes on, unless it leads two more than another that could; what nobody leads goes to who leads least.
    """
    share = {bot: leader for bot, leader in seen.leaders.items() if bot in seen.could.get(leader, ())}
    for bot in sorted({bot for bots in seen.could.values() for bot in bots} - share.keys()):
        share[bot] = min(_could(bot, seen), key=lambda process: (_count(share, process), process))
    while move := next(_moves(share, seen), None):
        bot, to = move
        share[bot] = to
    return share


def _moves(share: dict[Bot, int], seen: Seen) -> Iterator[tuple[Bot, int]]:
    for bot, leader in sorted(share.items()):
        to = min(_could(bot, seen), key=lambda process: (_count(share, process), process))
        if _count(share, leader) - _count(share, to) > 1:
            yield bot, to


def _could(bot: Bot, seen: Seen) -> Iterator[int]:
    return (process for process, bots in seen.could.items() if bot in bots)


def _count(share: dict[Bot, int], process: int) -> int:
    return sum(leader == process for leader in share.values())

"""What the page of health knows, in the words that monitoring reads: the text format of Prometheus, a line a number.

Every number carries the name of its bot where there are several. No word of anybody stands in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""How the format is told (Prometheus, exposition formats)."""
WELL = "lots_well", "Whether people are being answered, by this process or another."
GAUGES = (
    ("lots_waiting", "waiting", "Updates that are stored and not answered yet."),
    ("lots_oldest_unanswered_seconds", "oldest_unanswered_seconds", "How long the oldest of them has waited."),
    ("lots_failed", "failed", "Updates that were put aside."),
    ("lots_oldest_unsent_seconds", "oldest_unsent_seconds", "How long the oldest answer has waited to be sent."),
    ("lots_token_refused_seconds", "token_refused_seconds", "Since when Telegram refuses the token."),
    ("lots_last_answer_seconds", "last_answer_seconds", "How long ago Telegram answered a call."),
    ("lots_written_seconds", "written_seconds", "How long ago it was proved that the database can be written."),
    ("lots_damaged", "damaged", "Stored values that could not be read."),
)
"""Name, field of the page of health, and what it is. A number that is not known has no line."""
BY_KIND = (
    ("lots_outbox", "outbox", "state", "Messages by what has become of them."),
    ("lots_last_hour", "last_hour", "result", "Messages of the last hour that were refused or left in doubt."),
)
OF_BACKUPS = (
    ("lots_backup_seconds", "seconds", "How old the newest backup is that could be read back."),
    ("lots_backup_failures", "failures", "Backups that failed since then."),
)
OF_LOOPS = (
    ("lots_loop_seconds", "seconds", "How long ago a loop finished a round."),
    ("lots_loop_failures", "failures", "Rounds of a loop that failed since then."),
)


def metrics(bots: Mapping[str, Mapping[str, Any]], well: Iterable[str]) -> str:
    """Return what is known of bots, by name, in the text format; a name is empty for the only one.

    `well` are the words of `status` that mean that people are being answered.
    """
    good = frozenset(well)
    lines = [*_gauge(*WELL, [({"bot": name}, int(said["status"] in good)) for name, said in bots.items()])]
    for gauge, field, about in GAUGES:
        lines += _gauge(gauge, about, [({"bot": name}, said.get(field)) for name, said in bots.items()])
    for gauge, field, label, about in BY_KIND:
        lines += _gauge(gauge, about, _by_kind(bots, field, label))
    for gauge, field, about in OF_BACKUPS:
        made = {name: said.get("backup") or {} for name, said in bots.items()}
        lines += _gauge(gauge, about, [({"bot": name}, backup.get(field)) for name, backup in made.items()])
    for gauge, field, about in OF_LOOPS:
        lines += _gauge(gauge, about, _of_loops(bots, field))
    return "".join(f"{line}\n" for line in lines)


Numbers = Iterable[tuple[dict[str, str], Any]]


def _by_kind(bots: Mapping[str, Mapping[str, Any]], field: str, label: str) -> Numbers:
    return [({"bot": name, label: kind}, number) for name, said in bots.items() for kind, number in _in(said, field)]


def _of_loops(bots: Mapping[str, Mapping[str, Any]], field: str) -> Numbers:
    return [
        ({"bot": name, "loop": loop}, how[field]) for name, said in bots.items() for loop, how in _in(said, "loops")
    ]


def _in(said: Mapping[str, Any], field: str) -> Iterable[tuple[str, Any]]:
    found: Mapping[str, Any] = said.get(field) or {}
    return found.items()


def _gauge(name: str, about: str, numbers: Numbers) -> Iterator[str]:
    known = [(labels, number) for labels, number in numbers if number is not None]
    if known:
        yield f"# HELP {name} {about}"
        yield f"# TYPE {name} gauge"
    for labels, number in known:
        # The names of bots, states and loops are ours, and have no sign in them that would need care.
        shown = ",".join(f'{label}="{value}"' for label, value in labels.items() if value)
        yield f"{name}{{{shown}}} {number}" if shown else f"{name} {number}"

"""The topics of cases in staff groups, at most one a case in each, and which groups have topics.

A topic is changed only by whoever knows which one the case has: `keep` says which it had, so that what a process did
that was stuck for long never takes the place of what another has done since.
"""

from collections.abc import Iterable

from sqlalchemy import bindparam, exists, select, text, update

from dialogs.records.thread import Thread, Topics
from storage.engine.running.executor import Executor
from storage.engine.statements import by_pairs, find_pairs, insert_all, inserts
from storage.engine.tables import CASES_OPEN, POSTS_CARD, THREADS_MADE, cases, groups, posts, threads

Home = tuple[int, str]
"""A group, and the reference of a case there."""
Spot = tuple[int, int]
"""A group, and the number of a topic in it."""

_CHANGING = ("number", "title", "closed", "failed")
_KEEP = inserts(
    threads,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["chat", "reference"],
        set_={name: insert.excluded[name] for name in _CHANGING},
        where=threads.c.number == bindparam("was"),
    ),
)
_OF = select(threads).where(
    threads.c.chat.in_(bindparam("chats", expanding=True)), threads.c.reference.in_(bindparam("names", expanding=True))
)
_made = text(f"threads.{THREADS_MADE}")
_AT = by_pairs(threads, "chat", "number", _made)
_SHUT = (
    update(threads)
    .where(_made, threads.c.chat == bindparam("of_chat"), threads.c.number == bindparam("of_number"))
    .values(closed=bindparam("now_closed"))
)
_TOPICS = select(groups).where(groups.c.chat.in_(bindparam("chats", expanding=True)))
_LEARN = inserts(
    groups,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["chat"],
        set_={"topics": insert.excluded.topics},
        where=groups.c.topics != insert.excluded.topics,
    ),
)
_BEGIN_ANEW = update(threads).where(threads.c.chat == bindparam("of_chat")).values(failed=0)
"""No try is counted any more that failed while it was otherwise."""
_has_card = exists().where(
    text(f"posts.{POSTS_CARD}"), posts.c.about == cases.c.reference, posts.c.chat == bindparam("in_chat")
)
_has_topic = exists().where(
    threads.c.chat == bindparam("in_chat"), threads.c.reference == cases.c.reference, threads.c.number != 0
)
_HOMELESS = (
    select(cases.c.reference)
    .where(text(CASES_OPEN), cases.c.municipality == bindparam("municipality"), _has_card, ~_has_topic)
    .order_by(cases.c.opened_at, cases.c.reference)
    .limit(bindparam("limit"))
)


class Threads:
    """The topics of one transaction."""

    def __init__(self, connection: Executor) -> None:
        self._connection = connection

    def of(self, homes: Iterable[Home]) -> dict[Home, Thread]:
        """Return what is known of the topics of cases in groups; where there never was one there is no key."""
        wanted = set(homes)
        if not wanted:
            return {}
        named = {"chats": sorted({chat for chat, _ in wanted}), "names": sorted({name for _, name in wanted})}
        found = [Thread(**row) for row in self._connection.execute(_OF, named).mappings()]
        return {home: item for item in found if (home := (item.chat, item.reference)) in wanted}

    def at(self, spots: Iterable[Spot]) -> dict[Spot, str]:
        """Return the references of the cases whose topics these are; a topic of no case is no key."""
        wanted = [spot for spot in dict.fromkeys(spots) if spot[1]]
        return {(row.chat, row.number): row.reference for row in find_pairs(self._connection, _AT, wanted)}

    def keep(self, thread: Thread, was: int) -> None:
        """Keep the topic of a case that had the topic `was`, 0 for none; nothing if it has another one by now."""
        row = {"chat": thread.chat, "reference": thread.reference}
        insert_all(
            self._connection, _KEEP, [{**row, **{name: getattr(thread, name) for name in _CHANGING}, "was": was}]
        )

    def shut(self, chat: int, number: int, *, closed: bool) -> None:
        """Note that a topic was closed, or opened; one of no case is left alone."""
        self._connection.execute(_SHUT, {"of_chat": chat, "of_number": number, "now_closed": closed})

    def topics(self, chats: Iterable[int]) -> dict[int, Topics]:
        """Return which groups have topics; one of which Telegram has told nothing is no key."""
        wanted = sorted(set(chats))
        rows = self._connection.execute(_TOPICS, {"chats": wanted}).all() if wanted else []
        return {row.chat: Topics(row.topics) for row in rows}

    def learn(self, chat: int, topics: Topics) -> None:
        """Note whether a group has topics. Where that is news, making them in vain counts from the beginning."""
        if insert_all(self._connection, _LEARN, [{"chat": chat, "topics": topics}]):
            self._connection.execute(_BEGIN_ANEW, {"of_chat": chat})

    def homeless(self, municipality: str, chat: int, limit: int) -> tuple[str, ...]:
        """Return the references of a municipality's open cases that have a card in a group and no topic, the oldest
        first.
        """
        wanted = {"municipality": municipality, "in_chat": chat, "limit": limit}
        return tuple(self._connection.execute(_HOMELESS, wanted).scalars())

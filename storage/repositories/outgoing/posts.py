"""Messages that Lots remembers: which case or proposal they are about, what their buttons mean and for whom.

They are written when a message has been delivered, and kept: a reply to a message of last year still finds
its case.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select, text

from dialogs.conversation.replies import Addressee, Offer
from dialogs.conversation.session import Post
from dialogs.records.value import Value
from storage.encryption.vault import Vault
from storage.engine.running.executor import Executor
from storage.engine.statements import ask_pairs, by_pairs, find_pairs, insert_all, upserts
from storage.engine.tables import POSTS_CARD, posts
from storage.repositories.damage import Damage

OFFERS = "posts.offers"


class Kept(Value, frozen=True, omit_defaults=True):
    """What is encrypted of a post."""

    offers: tuple[Offer, ...]
    whom: Addressee | None = None
    says: str = ""


# The first release kept the offers alone, as a list.
AnyKept = Kept | tuple[Offer, ...]

MessageId = tuple[int, int]
"""The chat and the message id."""

_KEEP = upserts(posts, ["chat", "message_id"], ["about", "card", "offers"])
_OF = by_pairs(posts, "chat", "message_id")
COPIES_AWAY = 40
"""How many remembered messages lie at most between two copies of one: twice as many as a group is sent in a minute,
which is the longest wait after a doubt."""
_BEHIND = (
    select(posts)
    .where(posts.c.chat == bindparam("of_chat"), posts.c.message_id > bindparam("message"))
    .order_by(posts.c.message_id)
    .limit(COPIES_AWAY)
)
_CARDS = (
    select(posts.c.about, posts.c.chat, posts.c.message_id)
    .where(text(f"posts.{POSTS_CARD}"), posts.c.about.in_(bindparam("references", expanding=True)))
    .order_by(posts.c.seq)
)
_BY_CHAT = select(posts).where(posts.c.chat == bindparam("of_chat")).order_by(posts.c.message_id)
_ERASE = delete(posts).where(posts.c.chat == bindparam("of_chat"))


class Posts:
    """The posts of one transaction."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage | None = None) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = Damage() if damage is None else damage

    def ask(self, places: Sequence[MessageId]) -> None:
        """Say that posts will be looked for soon."""
        ask_pairs(self._connection, _OF, places)

    def of(self, places: Iterable[MessageId]) -> dict[MessageId, Post]:
        """Return the sound posts among the places (chat, message id)."""
        rows = find_pairs(self._connection, _OF, list(dict.fromkeys(places)))
        return {(row.chat, row.message_id): post for row, post in self._damage.sound(rows, self.read)}

    def copy_of(self, place: MessageId, says: str) -> Post | None:
        """Return what is remembered of a message with these words that was sent again soon after, under that copy."""
        chat, message = place
        rows = self._connection.execute(_BEHIND, {"of_chat": chat, "message": message}).all()
        return next((post for _, post in self._damage.sound(rows, self.read) if post.says == says), None)

    def cards(self, references: Iterable[str]) -> dict[str, MessageId]:
        """Return where the cards of cases stand; a case without a card is no key, and its newest card counts."""
        wanted = list(references)
        rows = self._connection.execute(_CARDS, {"references": wanted}).all() if wanted else []
        return {row.about: (row.chat, row.message_id) for row in rows}

    def keep(self, listed: Sequence[tuple[MessageId, Post, bool]]) -> None:
        """Remember posts, or what they have become: where each stands, what it is, whether it is a card."""
        latest = {place: self._row(place, post, card) for place, post, card in listed}
        insert_all(self._connection, _KEEP, list(latest.values()))

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return what is known of messages sent to a chat, for an export."""
        rows = self._connection.execute(_BY_CHAT, {"of_chat": chat})
        return [{"message_id": row.message_id, "about": row.about} for row in rows]

    def erase(self, chat: int) -> None:
        """Forget a chat's posts."""
        self._connection.execute(_ERASE, {"of_chat": chat})

    def read(self, row: Any) -> Post:
        """Return the post of a row. Raise `DamagedValue`."""
        key = (row.chat, row.message_id)
        kept: AnyKept = self._vault.unlock(row.offers, OFFERS, AnyKept, key)  # type: ignore[arg-type]
        return Post(row.about, kept.offers, kept.whom, kept.says) if isinstance(kept, Kept) else Post(row.about, kept)

    def _row(self, place: MessageId, post: Post, card: bool) -> dict[str, Any]:  # noqa: FBT001 - a column
        chat, message_id = place
        offers = self._vault.lock(Kept(post.offers, post.whom, post.says), OFFERS)
        return {"chat": chat, "message_id": message_id, "about": post.about, "card": card, "offers": offers}

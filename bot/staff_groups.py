"""Which chat the staff of each municipality sit in, as the settings say and as Telegram has moved them since.

A group that becomes a supergroup gets a new id; it is followed at once, and the log asks the operator to change the
setting, which is what counts at the next start.
"""

from collections.abc import Mapping

from bot.log import log


class StaffChats:
    """The staff groups, both ways. Changes only when Telegram moves a group."""

    def __init__(self, chats: Mapping[str, int]) -> None:
        self.chats = dict(chats)
        self.packs = {chat: pack for pack, chat in chats.items()}

    def move(self, chat: int, to: int) -> None:
        """Follow a group to its new id."""
        pack = self.packs.pop(chat, None)
        if pack is not None:
            self.packs[to] = pack
            self.chats[pack] = to
            log().warning("a staff group has a new id: change LOTS_STAFF_CHATS", municipality=pack, chat=to)

"""Which chats the staff and the offices of each municipality sit in, as the settings say and as Telegram moves them.

A group that becomes a supergroup gets a new id; it is followed at once, and the log asks the operator to change the
setting, which is what counts at the next start.
"""

from collections.abc import Mapping

from bot.log import log
from dialogs.conversation.events import Seat

NO_OFFICES: Mapping[str, Mapping[str, int]] = {}


class StaffChats:
    """The staff groups and the chats of offices, both ways. Changes only when Telegram moves a group.

    `offices` has the chat of each office that has one, by municipality and office; `seats` which office a chat is that
    of. A staff group that stands for an office is no seat: what is written there is the desk's.
    """

    def __init__(self, chats: Mapping[str, int], offices: Mapping[str, Mapping[str, int]] = NO_OFFICES) -> None:
        self.chats = dict(chats)
        self.packs = {chat: pack for pack, chat in chats.items()}
        self.offices = {pack: dict(named) for pack, named in offices.items()}
        self.seats = {
            chat: Seat(pack, office)
            for pack, named in offices.items()
            for office, chat in named.items()
            if chat not in self.packs
        }

    def named(self, chat: int) -> str:
        """Return whose group of the municipality a chat is, as logs name it; empty for any other chat."""
        seat = self.seats.get(chat)
        office = f"{seat.municipality}/{seat.office}" if seat is not None else ""
        return self.packs.get(chat, office) if chat < 0 else ""

    def groups(self) -> dict[int, str]:
        """Return the names of all groups of the municipalities, by their chats."""
        return {chat: name for chat in (*self.packs, *self.seats) if (name := self.named(chat))}

    def move(self, chat: int, to: int) -> None:
        """Follow a group to its new id."""
        pack, seat = self.packs.pop(chat, None), self.seats.pop(chat, None)
        for named in self.offices.values():
            named.update({office: to for office, where in named.items() if where == chat})
        if pack is not None:
            self.packs[to] = pack
            self.chats[pack] = to
            log().warning("a staff group has a new id: change LOTS_STAFF_CHATS", municipality=pack, chat=to)
        if seat is not None:
            self.seats[to] = seat
            where = {"municipality": seat.municipality, "office": seat.office, "chat": to}
            log().warning("an office's group has a new id: change LOTS_OFFICE_CHATS", **where)

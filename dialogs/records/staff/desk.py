"""What is known of a municipality's desk: its navigators, who is away and who stands in, and its morning digest.

Days are ISO dates on the municipality's own calendar.
"""

from datetime import date

from dialogs.records.value import Value

UNREADABLE = -1
"""The version of a desk whose kept value cannot be read: nothing is known of it, and nothing may be written over it."""


class Absence(Value, frozen=True):
    """When a navigator is away: from `first` to `last`, both included.

    `deputy` is the navigator who stands in, 0 for everybody at the desk.
    """

    first: str
    last: str
    deputy: int = 0

    @property
    def first_day(self) -> date:
        """The first day away."""
        return date.fromisoformat(self.first)

    @property
    def last_day(self) -> date:
        """The last day away."""
        return date.fromisoformat(self.last)

    def covers(self, day: date) -> bool:
        """Tell whether a day is part of it."""
        return self.first_day <= day <= self.last_day


class Navigator(Value, frozen=True):
    """Somebody who has acted at the desk, by Telegram user and the name that was shown then."""

    user: int
    name: str
    absence: Absence | None = None


class Desk(Value, frozen=True):
    """The desk of one municipality. `version` counts its changes. `digest` tells whether it wants one each morning."""

    municipality: str
    navigators: tuple[Navigator, ...] = ()
    digest: bool = True
    version: int = 0

    @property
    def readable(self) -> bool:
        """Whether what is kept of it could be read."""
        return self.version != UNREADABLE

    def navigator(self, user: int) -> Navigator | None:
        """Return a navigator who has acted here, None if nobody with this number has."""
        return next((item for item in self.navigators if item.user == user), None)

    def absence(self, user: int, day: date) -> Absence | None:
        """Return the absence that a day of a navigator's falls in, None if they are there."""
        known = self.navigator(user)
        return known.absence if known and known.absence and known.absence.covers(day) else None

    def stand_in(self, user: int, day: date) -> Navigator | None:
        """Return who stands in for an absent navigator on a day, None for everybody.

        A deputy who is away is stood in for by their own, and so on. Where that leads back, or to nobody, it is
        everybody's: no case is ever nobody's.
        """
        seen, current = {user}, user
        while (absence := self.absence(current, day)) is not None:
            current = absence.deputy
            if current in seen or not current:
                return None
            seen.add(current)
        return self.navigator(current)

    def away(self, day: date) -> tuple[Navigator, ...]:
        """Return the navigators who are away on a day."""
        return tuple(item for item in self.navigators if item.absence and item.absence.covers(day))

    def knowing(self, user: int, name: str) -> "Desk":
        """Return the desk with a navigator, by the name that they have now; the same desk if that is known."""
        known = self.navigator(user)
        if known is not None and known.name == name:
            return self
        changed = known.but(name=name) if known else Navigator(user, name)
        return self._with(changed)

    def without(self, user: int) -> "Desk":
        """Return the desk without a navigator, who stands in for nobody any more; the same desk if they are unknown."""
        kept = (item for item in self.navigators if item.user != user)
        navigators = tuple(
            item.but(absence=item.absence.but(deputy=0)) if item.absence and item.absence.deputy == user else item
            for item in kept
        )
        return self if navigators == self.navigators else self.but(navigators=navigators)

    def absent(self, user: int, absence: Absence | None) -> "Desk":
        """Return the desk with a known navigator's absence, or without it."""
        known = self.navigator(user)
        return self._with(known.but(absence=absence)) if known else self

    def _with(self, changed: Navigator) -> "Desk":
        others = [item for item in self.navigators if item.user != changed.user]
        listed = sorted((*others, changed), key=lambda item: item.user)
        return self.but(navigators=tuple(listed))

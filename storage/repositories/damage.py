"""What one transaction could not read: the damaged values that it came upon.

A repository leaves them out of what it returns and notes them here. Whoever goes on with what was read must ask whether
what is missing was needed.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from storage.errors import DamagedValue

R = TypeVar("R")
T = TypeVar("T")
Owner = int | str
"""The chat that a value belongs to, the municipality, or the reference of the case that an utterance belongs to."""


class Damage:
    """The damaged values of a transaction, by where they stand and by whose they are."""

    def __init__(self) -> None:
        self._at: dict[tuple[str, object], DamagedValue] = {}
        self._of: dict[Owner, dict[tuple[str, object], DamagedValue]] = {}

    def __bool__(self) -> bool:
        return bool(self._at)

    def note(self, error: DamagedValue, *owners: Owner) -> None:
        """Note a damaged value, and whose it is."""
        self._note((error.table, error.key), error, owners)

    def note_case(self, reference: str, error: DamagedValue, *owners: Owner) -> None:
        """Note a case of which something cannot be read, be it the case itself or an utterance."""
        self._note(("cases", reference), error, owners)

    def at(self, table: str, key: object) -> DamagedValue | None:
        """Return the damaged value that stands somewhere, None if nothing damaged was met there."""
        return self._at.get((table, key))

    def of(self, owner: Owner) -> DamagedValue | None:
        """Return a damaged value that belongs to a chat or a municipality, None if none was met."""
        return next(iter(self._of.get(owner, {}).values()), None)

    def cases_of(self, owner: Owner) -> tuple[str, ...]:
        """Return the references of the damaged cases of a chat or a municipality."""
        return tuple(sorted(str(key) for table, key in self._of.get(owner, {}) if table == "cases"))

    def listed(self) -> tuple[DamagedValue, ...]:
        """Return all of them, in the order in which they were met."""
        return tuple(self._at.values())

    def sound(
        self, rows: Iterable[R], read: Callable[[R], T], owners: Callable[[R], tuple[Owner, ...]] = lambda _row: ()
    ) -> Iterator[tuple[R, T]]:
        """Return the rows that can be read with what was read of them, and note the others."""
        for row in rows:
            try:
                value = read(row)
            except DamagedValue as error:
                self.note(error, *owners(row))
                continue
            yield row, value

    def _note(self, place: tuple[str, object], error: DamagedValue, owners: Iterable[Owner]) -> None:
        self._at[place] = error
        for owner in owners:
            self._of.setdefault(owner, {})[place] = error

"""Chance, as a value: unused references for cases and ids for proposals.

References have no letters or digits that look alike, so that they can be read out on the telephone.
"""

import secrets

from bot.subject import ALPHABET, REFERENCE_LENGTH
from storage.unit_of_work import UnitOfWork

DRAWN_AT_ONCE = 16


class References:
    """A small stock of references that no case has. One stays on offer until a case takes it."""

    def __init__(self) -> None:
        self._stock: list[str] = []

    def next(self, work: UnitOfWork) -> str:
        """Return the reference on offer."""
        while not self._stock:
            self._stock = list(work.cases.unused(_draw() for _ in range(DRAWN_AT_ONCE)))
        return self._stock[-1]

    def taken(self, reference: str) -> None:
        """Take a reference off the stock."""
        if reference in self._stock:
            self._stock.remove(reference)

    def clear(self) -> None:
        """Forget the stock, because another process may have used it."""
        self._stock.clear()


def fresh_id() -> str:
    """Return an id for a new proposal."""
    return secrets.token_hex(8)


def _draw() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(REFERENCE_LENGTH))

"""Unused references for cases and ids for proposals.

References have no letters or digits that look alike, so that they can be read out on the telephone.
"""

import secrets

from dialogs.records.reference import ALPHABET, REFERENCE_LENGTH
from storage.unit_of_work import UnitOfWork

DRAWN_AT_ONCE = 16
"""How many references are held against the database in one query; even with a million cases most of them are free."""
ID_BYTES = 8
"""Of an id of a proposal: among a billion of them two are equal by chance once in forty databases."""
IDS_AT_ONCE = 256
"""How many ids one call of the system draws, two kilobytes."""


class NewIds:
    """Small stocks of what nobody has: asking the system or the database for each one would cost more than the rest."""

    def __init__(self) -> None:
        self._references: list[str] = []
        self._ids: list[str] = []

    def reference(self, work: UnitOfWork) -> str:
        """Return the reference on offer, which no case has. It stays on offer until a case takes it."""
        while not self._references:
            self._references = list(work.cases.unused(_draw() for _ in range(DRAWN_AT_ONCE)))
        return self._references[-1]

    def id(self) -> str:
        """Return an id for a new proposal, another one each time."""
        if not self._ids:
            drawn = secrets.token_hex(ID_BYTES * IDS_AT_ONCE)
            self._ids = [drawn[at : at + 2 * ID_BYTES] for at in range(0, len(drawn), 2 * ID_BYTES)]
        return self._ids.pop()

    def token(self) -> str:
        """Return a token that lets somebody in, which nobody can guess: as long as two ids, 128 bits."""
        return self.id() + self.id()

    def taken(self, reference: str) -> None:
        """Take a reference off the stock."""
        if reference in self._references:
            self._references.remove(reference)

    def clear(self) -> None:
        """Forget the references, because another process may have used them."""
        self._references.clear()


def _draw() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(REFERENCE_LENGTH))

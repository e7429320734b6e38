"""What every record is: a frozen value that compares by what it holds and survives JSON."""

from typing import Any, Self

from msgspec import Struct, structs

Json = Any
"""A value that survives JSON: str, int, float, bool, None, list, dict."""


class Value(Struct, frozen=True):
    """A frozen value that compares by what it holds."""

    def but(self, **changes: Any) -> Self:
        """Return the same value with some fields changed. Raise `TypeError` for a field that it has not."""
        return structs.replace(self, **changes)

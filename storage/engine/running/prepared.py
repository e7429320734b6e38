"""Statements made ready once: the words for the driver, how values go in, how rows come out.

SQLAlchemy writes the statements and knows the types. What it reckons anew at each execution is the same each time for
the same statement, so it is reckoned here once and kept with the statement.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, Dialect, Executable, LargeBinary
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import SelectBase
from sqlalchemy.types import TypeEngine

KEPT = "_made_ready"
"""Under this name what is made ready stands with its statement, and goes with it."""
SHAPES_KEPT = 64
"""How many shapes of a statement are kept, one for each length of lists: two lists of up to 128 items have so many."""

Values = Mapping[str, Any]
Process = Callable[[Any], Any] | None


class Shape:
    """A statement for lists of certain lengths. `sql` is what the driver gets."""

    __slots__ = ("_has_lists", "_named", "_takes", "sql")

    def __init__(self, compiled: SQLCompiler, values: Values) -> None:
        state = compiled.construct_expanded_state(values)
        parts = {
            name: (origin, at) for origin, names in state.parameter_expansion.items() for at, name in enumerate(names)
        }
        ordered = compiled.positiontup if state.positiontup is None else state.positiontup
        names = list(state.parameters) if ordered is None else list(ordered)
        names = [name for name in names if name not in state.parameter_expansion]
        self.sql = state.statement
        self._has_lists = bool(parts)
        self._named = names if compiled.positiontup is None else None
        go_in = _go_in(compiled)
        places = ((name, *parts.get(name, (name, None))) for name in names)
        self._takes = [(origin, at, state.parameters[name], go_in.get(origin)) for name, origin, at in places]

    def filled(self, values: Values) -> Any:
        """Return the values as the driver takes them. What a statement says itself need not be given."""
        found = self._parts(values) if self._has_lists else self._wholes(values)
        return tuple(found) if self._named is None else dict(zip(self._named, found, strict=True))

    def _wholes(self, values: Values) -> list[Any]:
        """The values where none is a list: those of one row of many, nearly always."""
        return [
            values.get(name, own) if process is None else process(values.get(name, own))
            for name, _, own, process in self._takes
        ]

    def _parts(self, values: Values) -> list[Any]:
        found = []
        for origin, at, own, process in self._takes:
            value = values.get(origin, own)
            # A list that the statement says itself stands here part by part; a short one's last part stands again.
            value = value[at if at < len(value) else -1] if at is not None and origin in values else value
            found.append(process(value) if process is not None else value)
        return found


def _go_in(compiled: SQLCompiler) -> dict[str, Process]:
    """What makes the values of a statement, or the parts of its lists, what the driver takes, by name.

    Bytes both drivers take as they are; SQLAlchemy would wrap each.
    """
    return {
        name: bind.type._cached_bind_processor(compiled.dialect)  # noqa: SLF001 - nothing public tells it
        for bind, name in compiled.bind_names.items()
        if not isinstance(_one_of(bind.type), LargeBinary)
    }


def _one_of(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    """The type of one value, where a type may be that of an array."""
    return kind.item_type if isinstance(kind, ARRAY) else kind


class Prepared:
    """One statement for one kind of database. `reads` tells whether it only reads."""

    def __init__(self, statement: Executable, dialect: Dialect, columns: Sequence[str] | None) -> None:
        ready = {} if columns is None else {"column_keys": list(columns), "for_executemany": True}
        compiled: SQLCompiler = statement.compile(dialect=dialect, **ready)  # type: ignore[attr-defined]
        self.reads = isinstance(statement, SelectBase)
        self._compiled = compiled
        self._dialect = dialect
        self._expanding = sorted(
            name for bind, name in compiled.bind_names.items() if bind in compiled.post_compile_params
        )
        self._shapes: dict[tuple[int, ...], Shape] = {}
        self._row: Callable[[Iterable[Any]], Any] | None = None
        self._readers: list[tuple[int, Callable[[Any], Any]]] = []

    def shape(self, values: Values) -> Shape:
        """Return the words for lists as long as these."""
        lengths = tuple([_rounded(len(values[name])) if name in values else 0 for name in self._expanding])
        if lengths not in self._shapes:
            self._shapes[lengths] = self._shaped(values, lengths)
        return self._shapes[lengths]

    def _shaped(self, values: Values, lengths: Sequence[int]) -> Shape:
        if len(self._shapes) >= SHAPES_KEPT:
            self._shapes.clear()
        given = {name: values[name] for name in self._expanding if name in values}
        rounded = {
            name: [*given[name], *[given[name][-1]] * (length - len(given[name]))]
            for name, length in zip(self._expanding, lengths, strict=True)
            if length
        }
        return Shape(self._compiled, {**values, **rounded})

    def rows(self, found: Iterable[Sequence[Any]], description: Sequence[Any]) -> list[Any]:
        """Return rows with names, of what the driver found."""
        row = self._row if self._row is not None else self._learn(description)
        if not self._readers:
            return [row(values) for values in found]
        return [row(self._read(values)) for values in found]

    def _read(self, values: Sequence[Any]) -> list[Any]:
        listed = list(values)
        for at, read in self._readers:
            listed[at] = read(listed[at])
        return listed

    def _learn(self, description: Sequence[Any]) -> Callable[[Iterable[Any]], Any]:
        columns = self._compiled._result_columns  # noqa: SLF001 - nothing public tells the types of what comes back
        whole = len(columns) == len(description)
        names = [str(column.keyname) for column in columns] if whole else [str(one[0]) for one in description]
        types = [column.type for column in columns] if whole else []
        read = [
            kind._cached_result_processor(self._dialect, one[1])  # noqa: SLF001 - likewise
            for kind, one in zip(types, description, strict=False)
        ]
        self._readers = [(at, one) for at, one in enumerate(read) if one is not None]
        self._row = namedtuple("Row", names, rename=True)._make  # type: ignore[attr-defined]
        return self._row


def _rounded(length: int) -> int:
    """A length of a list in the words of a statement. What is missing is the last part again: a list is only asked
    whether something is in it, and so both sides know a few statements instead of one for each length.
    """
    return 1 << (length - 1).bit_length() if length else 0


def prepared(statement: Executable, dialect: Dialect, columns: Sequence[str] | None = None) -> Prepared:
    """Return a statement made ready. `columns` are those of each of many rows, None for one set of values."""
    kept: dict[Any, Prepared] = statement.__dict__.setdefault(KEPT, {})
    key = (dialect.name, None if columns is None else tuple(columns))
    if key not in kept:
        kept[key] = Prepared(statement, dialect, columns)
    return kept[key]

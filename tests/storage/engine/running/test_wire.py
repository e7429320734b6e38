"""Values come back from PostgreSQL as they went there, and a statement that fails lets only its own batch fail."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.engine.running.wire import SEEN_OFTEN, Wire

HIGHEST = 2**63 - 1
SIGNS = st.text(st.characters(blacklist_characters="\x00", blacklist_categories=("Cs",)))
TIMES = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001
VALUES = {
    "number": st.integers(-HIGHEST, HIGHEST),
    "words": SIGNS,
    "sealed": st.binary(),
    "flag": st.booleans(),
    "at": TIMES,
}
ASKED = (
    "SELECT %(number)s::BIGINT, %(words)s::VARCHAR, %(sealed)s::BYTEA, %(flag)s::BOOLEAN,"
    " %(at)s::TIMESTAMP WITH TIME ZONE, '%%', array_length(%(numbers)s::BIGINT[], 1), %(number)s::BIGINT"
)


@pytest.fixture
def driver(postgresql_url: str) -> Iterator["psycopg.Connection[Any]"]:
    """A connection to an empty database."""
    with psycopg.connect(postgresql_url, options="-c timezone=UTC") as connection:
        yield connection


@pytest.fixture
def wire(driver: "psycopg.Connection[Any]") -> Iterator[Wire]:
    """Its wire, open."""
    opened = Wire(driver)
    opened.open()
    yield opened
    opened.close()


@given(st.fixed_dictionaries({name: kind | st.none() for name, kind in VALUES.items()}), st.lists(st.integers(0, 9)))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_value_comes_back_as_it_went(wire: Wire, values: dict[str, Any], numbers: list[int]) -> None:
    reply = wire.put(ASKED, {**values, "numbers": numbers})
    wire.sync()
    sent = [values[name] for name in VALUES]
    assert reply.fetchall() == [(*sent, "%", len(numbers) or None, values["number"])]


ARRAYS = (
    "SELECT * FROM unnest(%(number)s::BIGINT[], %(words)s::TEXT[], %(sealed)s::BYTEA[], %(flag)s::BOOLEAN[],"
    " %(at)s::TIMESTAMP WITH TIME ZONE[])"
)


@given(st.lists(st.fixed_dictionaries({name: kind | st.none() for name, kind in VALUES.items()}), max_size=4))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_value_of_an_array_comes_back_as_it_went(wire: Wire, rows: list[dict[str, Any]]) -> None:
    reply = wire.put(ARRAYS, {name: [row[name] for row in rows] for name in VALUES})
    wire.sync()
    assert reply.fetchall() == [tuple(row[name] for name in VALUES) for row in rows]


def test_what_stands_behind_a_failure_fails_with_it_and_nothing_else(wire: Wire) -> None:
    names = [f"SELECT {number} + %(more)s::BIGINT AS found" for number in range(2)]
    for _ in range(SEEN_OFTEN + 1):
        replies = [wire.put(name, {"more": 1}) for name in names]
        wire.sync()
    assert [(reply.fetchall(), reply.description[0][0]) for reply in replies] == [([(1,)], "found"), ([(2,)], "found")]

    wire.put("SELECT 1 / %(more)s::BIGINT", {"more": 0})
    # Here the server would prepare this one, and does not come to it.
    for _ in range(SEEN_OFTEN):
        wire.put("SELECT 7 + %(more)s::BIGINT", {"more": 1})
    with pytest.raises(psycopg.errors.DivisionByZero):
        wire.sync()

    replies = [wire.put("SELECT 7 + %(more)s::BIGINT", {"more": 1}), wire.put(names[1], {"more": 4})]
    wire.sync()
    assert [reply.fetchall() for reply in replies] == [[(8,)], [(5,)]]


def test_how_many_rows_were_changed_is_told(wire: Wire) -> None:
    wire.put("CREATE TEMPORARY TABLE kept (number BIGINT)", ())
    added = wire.put("INSERT INTO kept SELECT * FROM generate_series(1, 3)", ())
    gone = wire.put("DELETE FROM kept WHERE number > %(than)s", {"than": 1})
    wire.sync()
    assert (added.rowcount, gone.rowcount) == (3, 2)


@pytest.mark.parametrize("value", ["a\x00b", object()])
def test_what_cannot_be_kept_is_refused_before_it_leaves(wire: Wire, value: object) -> None:
    with pytest.raises(psycopg.DataError):
        wire.put("SELECT %(value)s::VARCHAR", {"value": value})


def test_a_closed_connection_has_no_wire(driver: "psycopg.Connection[Any]") -> None:
    driver.close()
    with pytest.raises(psycopg.OperationalError):
        Wire(driver).open()

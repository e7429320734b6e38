"""Instants go into the database in UTC and come out aware, whether it keeps zones or not."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import sqlite

from storage.engine.tables import Instant

DIALECT = sqlite.dialect()
NOON = datetime(2023, 9, 1, 12, tzinfo=UTC)
IN_VASA = NOON.astimezone(timezone(timedelta(hours=3)))


def test_an_instant_is_kept_in_utc_and_none_as_none() -> None:
    kept = [Instant().process_bind_param(value, DIALECT) for value in (IN_VASA, None)]
    assert [(value.isoformat() if value else None) for value in kept] == ["2023-09-01T12:00:00+00:00", None]


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        Instant().process_bind_param(NOON.replace(tzinfo=None), DIALECT)


@pytest.mark.parametrize("found", [NOON, NOON.replace(tzinfo=None), IN_VASA])
def test_what_a_database_gives_back_is_aware_and_the_same_instant(found: datetime) -> None:
    value = Instant().process_result_value(found, DIALECT)
    assert (value, value.tzinfo if value else None) == (NOON, UTC)


def test_nothing_comes_back_as_nothing() -> None:
    assert Instant().process_result_value(None, DIALECT) is None

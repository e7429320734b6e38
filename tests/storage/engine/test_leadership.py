"""Processes see what each could lead and does lead, on all databases of a server, and what a dead one led is free."""

import time
from collections.abc import Iterator

import psycopg
import pytest

from storage.engine import silence
from storage.engine.leadership import Leadership, Seen
from tests.conftest import empty_postgresql


@pytest.fixture
def three(postgresql_server: str) -> Iterator[tuple[Leadership, Leadership, Leadership]]:
    """The locks of process 1 on two databases, and of process 2 on the first of them."""
    first, second = empty_postgresql(postgresql_server), empty_postgresql(postgresql_server)
    opened = Leadership(f"{first}&schema=vasa", 1), Leadership(second, 1), Leadership(first, 2)
    yield opened
    for locks in opened:
        locks.close()


def test_all_see_what_each_could_lead_and_one_leads(three: tuple[Leadership, Leadership, Leadership]) -> None:
    one, also_one, two = three
    one.look({"vasa", "oster"})
    also_one.look({""})
    two.look({"vasa"})
    vasa, oster, third = one.bot("vasa"), one.bot("oster"), also_one.bot("")

    assert [one.take("vasa"), two.take("vasa"), also_one.take("")] == [True, False, True]
    expected = Seen({1: {vasa, oster, third}, 2: {vasa}}, {vasa: 1, third: 1})
    assert [locks.look(schemas) for locks, schemas in zip(three, ({"vasa", "oster"}, {""}, {"vasa"}), strict=True)] == [
        expected
    ] * 3
    assert [locks.held for locks in three] == [{"vasa"}, {""}, set()]

    one.give("vasa")
    assert (two.take("vasa"), one.take("vasa")) == (True, False)
    assert one.look({"oster"}) == Seen({1: {oster, third}, 2: {vasa}}, {vasa: 2, third: 1})


def test_what_a_process_led_is_free_when_it_is_gone_or_its_connection_is_cut(
    three: tuple[Leadership, Leadership, Leadership], postgresql_server: str
) -> None:
    one, _, two = three
    one.look({"vasa"})
    one.take("vasa")
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE datname = %s",
            [one._engine.url.database],
        )

    two.look({"vasa"})
    assert (two.take("vasa"), one.look({"vasa"}).leaders, one.held) == (True, {one.bot("vasa"): 2}, set())
    two.close()
    assert (one.look({"vasa"}).leaders, one.take("vasa")) == ({}, True)


def test_what_a_process_led_that_stands_still_is_free_and_it_knows_when_it_goes_on(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "SILENT_SECONDS", 0.3)
    still = Leadership(postgresql_url, 1)
    still.look({"vasa"})
    assert still.take("vasa")
    monkeypatch.undo()
    other = Leadership(postgresql_url, 2)
    other.look({"vasa"})
    while not other.take("vasa"):
        time.sleep(0.02)

    assert still.look({"vasa"}).leaders == {other.bot("vasa"): 2}
    assert (still.held, still.take("vasa")) == (set(), False)
    still.close()
    other.close()

"""The chaos suite in short: one round on each database, from a fixed seed. `make chaos` plays them all."""

import asyncio

import pytest

from tests.chaos.rounds import Round, play, rehearse
from tests.chaos.verdict.ledger import most_common
from tests.chaos.world.script import Expected

pytestmark = pytest.mark.slow

SEED = 20261122
ROUNDS = (
    Round("two bots, SQLite", "sqlite", kills=4, seconds=14, people=2, bots=2, numbers=True, clock=True),
    Round("PostgreSQL", "postgresql", 2, kills=6, seconds=14, people=3, outages=True),
)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Expected:
    """What everybody must be told."""
    return asyncio.run(rehearse(tmp_path_factory.mktemp("rehearsal")))


@pytest.mark.timeout(280)
@pytest.mark.parametrize("round_", ROUNDS, ids=lambda round_: round_.name)
def test_nothing_is_lost_and_nothing_comes_twice_without_a_doubt(round_: Round, expected: Expected) -> None:
    result = asyncio.run(play(round_, SEED, expected))

    assert most_common(result.violations) == [], f"seed {SEED}"
    assert result.struck["SIGKILL"] >= 1
    assert result.back
    assert result.people >= round_.people * round_.bots

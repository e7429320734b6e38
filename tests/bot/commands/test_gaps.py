"""`lots gaps` prints what is missing, and changes nothing."""

from datetime import timedelta

import pytest

from bot.clock import wall
from storage.database import Database
from tests.bot.commands.command_line import lots
from tests.storage.building import a_case, a_correction, a_proposal

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def test_it_prints_the_gaps_of_a_year_in_a_language(database: Database) -> None:
    now = wall()
    long_ago = now - timedelta(days=30)
    with database.transaction() as work:
        work.cases.save(a_case("K7WM4", opened_at=now), 0)
        work.proposals.save(
            [a_proposal(created_at=long_ago), a_proposal("p2", municipality="vaxjo", created_at=long_ago)]
        )
        work.corrections.save([a_correction(day=now.date().isoformat())])
    said = lots("gaps", "--pack", "vasa", "--lang", "en")
    assert (said.exit_code, said.stderr) == (0, "")
    heading, *rest = said.stdout.splitlines()
    assert heading.startswith(f"What is missing, Vaasa, 1 January {now.year} – ")
    assert [line for line in rest if line] == [
        "Nobody has taken 1 open case:",
        "- K7WM4",
        "No office in 1 case.",
        "Challenges that people changed, 1 times:",
        "- Loneliness → Everyday exercise: 1",
        "1 proposal has lain still for two weeks. The last question with an answer:",
        "- Costs: 1",
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--lang", "de"), "de is no language of Lots: sv, fi or en.\n"),
        (("--year", "1999"), "1999 is no year from 2000 to"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(database: Database, arguments: tuple[str, ...], sentence: str) -> None:
    said = lots("gaps", "--pack", "vasa", *arguments)
    assert (said.exit_code, said.stderr.startswith(sentence)) == (1, True)


def test_an_empty_database_has_no_gaps(database: Database) -> None:
    assert (
        lots("gaps", "--pack", "vasa", "--year", "2024").stdout
        == "Det som saknas, Vasa, 2024\n\nJag hittar inga luckor.\n"
    )

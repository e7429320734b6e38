"""`lots learn` prints what people corrected as rows of `examples.yaml`, and changes nothing."""

import shutil
from pathlib import Path

import pytest
import yaml

from dialogs.records.for_a_time.correction import Correction
from knowledge.municipality.load import load_packs
from knowledge.municipality.wording_shape import NEEDS
from storage.database import Database
from tests.bot.commands.command_line import LONELY, lots
from tests.storage.building import a_correction
from tests.storage.damaging import damage

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")

NOTHING = "There is nothing to learn from: nobody has corrected anything and let it be kept.\n"
PACKS = Path(__file__).parents[3] / "knowledge" / "packs"
LONELINESS, EXERCISE = "exclusion/loneliness", "physical/everyday-exercise"


def keep(database: Database, *corrections: Correction) -> None:
    with database.transaction() as work:
        work.corrections.save(corrections)


def in_vasa(name: str, text: str, **more: object) -> Correction:
    return a_correction(name, text=text, suggested=(LONELINESS, EXERCISE), topics=(EXERCISE,), **more)


def test_where_nobody_corrected_anything_a_sentence_says_so(database: Database) -> None:
    for arguments in (("learn",), ("learn", "--pack", "vasa")):
        said = lots(*arguments)
        assert (said.exit_code, said.stdout, said.stderr) == (0, NOTHING, "")


def test_corrections_are_printed_by_pack_and_by_what_was_meant_with_their_number(database: Database) -> None:
    moved = a_correction("K7WM4", text="Kören\nsöker lokal", suggested=("welfare",), topics=(), by="navigator")
    keep(
        database,
        moved.but(offices=("culture-leisure",)),
        in_vasa("a", LONELY),
        in_vasa("b", LONELY, chat=2),
        in_vasa("c", 'ukot: "kotona"', language="fi", chat=3),
        in_vasa("d", "no one walks here", language="en").but(topics=(), suggested=()),
        a_correction("e", text="Vi städar", municipality="goteborg", topics=("social-glue",), suggested=()),
    )
    said = lots("learn")
    head, rows = said.stdout.split("goteborg:\n")
    assert head.startswith("# What people corrected. Nothing changes by itself")
    assert rows == (
        "# 1 x  nothing -> social-glue  (the association chose)\n"
        "- text: Vi städar\n"
        "  lang: sv\n"
        "  topics: [social-glue]\n"
        "  offices: [welfare]\n"
        "vasa:\n"
        "# 3 x  exclusion/loneliness -> physical/everyday-exercise  (the association chose)\n"
        f"- text: {LONELY}\n"
        "  lang: sv\n"
        "  topics: [physical/everyday-exercise]\n"
        "  offices: [welfare]\n"
        "- text: 'ukot: \"kotona\"'\n"
        "  lang: fi\n"
        "  topics: [physical/everyday-exercise]\n"
        "  offices: [welfare]\n"
        "# 1 x  nothing -> nothing  (the association chose)\n"
        "- text: no one walks here\n"
        "  lang: en\n"
        "  topics: []\n"
        "  offices: [welfare]\n"
        "# 1 x  welfare -> culture-leisure  (the navigator chose)\n"
        "- text: Kören söker lokal\n"
        "  lang: sv\n"
        "  topics: []\n"
        "  offices: [culture-leisure]\n"
    )
    assert (said.exit_code, said.stderr) == (0, "")


def test_the_rows_can_be_pasted_into_the_examples_of_the_pack(database: Database, tmp_path: Path) -> None:
    keep(database, in_vasa("a", LONELY), in_vasa("b", "ja: nej - # & *\n'\"\u2028\x85 🙂 {x} [y]"))
    printed = lots("learn").stdout
    needs = NEEDS.validate_python(yaml.safe_load(printed)["vasa"])
    assert [need.text for need in needs] == [LONELY, "ja: nej - # & * '\" 🙂 {x} [y]"]
    pasted = tmp_path / "vasa"
    shutil.copytree(PACKS / "vasa", pasted)
    with (pasted / "examples.yaml").open("a", encoding="utf-8") as examples:
        examples.write("\n".join(line for line in printed.splitlines() if line.startswith(("- ", "  "))))
    assert len(load_packs([str(pasted)])) == 1


def test_one_pack_alone_by_its_id_or_its_folder(database: Database) -> None:
    keep(database, in_vasa("a", LONELY), in_vasa("b", "Vi städar", municipality="goteborg"))
    for name in ("goteborg", str(PACKS / "goteborg")):
        printed = lots("learn", "--pack", name).stdout
        assert list(yaml.safe_load(printed)) == ["goteborg"]
    assert lots("learn", "--pack", "vaxjo").stdout == NOTHING
    assert lots("learn", "--pack", "nowhere").exit_code == 2


def test_who_may_be_named_is_left_out_and_what_is_damaged_is_counted(database: Database) -> None:
    keep(database, in_vasa("a", f"{LONELY}, som Pekka"), in_vasa("b", LONELY))
    damage(database, "corrections", id="b")
    said = lots("learn")
    assert said.stdout.splitlines() == [
        NOTHING.strip(),
        "# Left out, because somebody may be named: 1.",
        "# Cannot be read, see lots db check: 1.",
    ]
    assert said.exit_code == 0


def test_nothing_is_changed_by_it_and_the_bot_may_run_meanwhile(database: Database) -> None:
    keep(database, in_vasa("a", LONELY))
    first = lots("learn").stdout
    assert (lots("learn").stdout, len(first.splitlines())) == (first, 8)
    with database.transaction() as work:
        assert work.corrections.listed() == (in_vasa("a", LONELY),)


def test_without_the_key_it_is_said_what_is_missing() -> None:
    said = lots("learn")
    assert said.exit_code == 2
    assert "SECRET_KEY" in said.stderr

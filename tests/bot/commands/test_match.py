"""What `lots match` answers, for scripts and for people."""

import json
import unicodedata
from pathlib import Path

import pytest

from tests.bot.commands.command_line import LONELY, lots

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def test_match_answers_each_line_in_the_agreed_form() -> None:
    given = json.dumps({"id": "a", "text": LONELY, "lang": "sv"}) + "\nnonsense\n" + json.dumps({"id": 2, "text": ""})

    result = lots("match", "--pack", "vasa", "--jsonl", given=given)

    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["id"], first["lang"], first["kind"]) == ("a", "sv", "need")
    assert first["challenges"][0]["id"] == "exclusion/loneliness"
    assert all(phrase in LONELY for phrase in first["challenges"][0]["because"])
    assert first["offices"][0]["id"] == "welfare"
    assert (second["id"], second["kind"], second["challenges"]) == (2, "out_of_scope", [])
    problem = 'stdin:2: each line must be a JSON object with "id" and "text"'
    assert (result.exit_code, result.stderr.splitlines()) == (1, [problem])


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    asked = "\ufeff" + json.dumps({"id": "a", "text": LONELY})
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("\ufeff" + json.dumps({"text": LONELY, "vasa": [], "office": []}), encoding="utf-8")

    assert json.loads(lots("match", "--pack", "vasa", "--jsonl", given=asked).stdout)["id"] == "a"
    assert lots("match", "--pack", "vasa", "--jsonl", given="\ufeff\n").exit_code == 0
    assert lots("advise", "--pack", "vasa", "--json", given="\ufeff{}\n").exit_code == 0
    assert lots("evaluate", "--pack", "vasa", str(corpus)).exit_code == 0


def test_match_reads_what_a_mac_writes_as_anybody_else() -> None:
    composed = "Yksinäisiä vanhuksia käy täällä, kukaan ei pidä heistä huolta"
    apart = unicodedata.normalize("NFD", composed).replace(" ", "\u00a0")
    assert apart != composed
    assert lots("match", "--pack", "vasa", "--json", apart).stdout == (
        lots("match", "--pack", "vasa", "--json", composed).stdout
    )


def test_match_tells_distress() -> None:
    assert json.loads(lots("match", "--pack", "vasa", "--json", "en jaksa enää elää").stdout)["kind"] == "crisis"


def test_match_speaks_to_people_too() -> None:
    assert "exclusion/loneliness" in lots("match", "--pack", "vasa", LONELY).stdout
    assert json.loads(lots("match", "--pack", "vasa", "--json", LONELY).stdout)["kind"] == "need"


def test_match_names_the_other_door_of_what_is_out_of_scope() -> None:
    told = json.loads(lots("match", "--pack", "vasa", "--json", "Vi vill ta över hemvården").stdout)
    assert told == {"id": "", "lang": "sv", "kind": "out_of_scope", "door": "own-help", "challenges": [], "offices": []}
    told_to_people = lots("match", "--pack", "vasa", "Haluamme hoitaa kotisairaanhoidon").stdout
    assert "own-help: Hyvä, että kysytte. Hoito ja sosiaalinen tuki kuuluvat hyvinvointialueelle" in told_to_people
    assert json.loads(lots("match", "--pack", "vasa", "--json", LONELY).stdout)["door"] is None


def test_match_names_no_door_of_what_is_unclear() -> None:
    told = json.loads(lots("match", "--pack", "vaxjo", "--json", "old people wait too long for a doctor here").stdout)
    assert (told["kind"], told["door"], told["challenges"]) == ("unclear", None, [])


def test_an_unknown_pack_is_told_without_a_traceback() -> None:
    result = lots("match", "--pack", "atlantis", LONELY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "atlantis" in result.stderr


def test_evaluate_prints_a_table(tmp_path: Path) -> None:
    row = {"id": "1", "lang": "sv", "text": LONELY, "vasa": ["exclusion/loneliness"], "office": ["welfare"]}
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps(row) + "\n", encoding="utf-8")

    lines = lots("evaluate", "--pack", "vasa", str(corpus)).stdout.splitlines()

    assert lines[1].split() == ["office", "all", "1", "100.0%", "100.0%"]
    assert lines[3].split() == ["vasa", "all", "1", "100.0%", "100.0%"]

"""The command line: what scripts call, what an operator is told, and `lots run` itself."""

import json
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from storage.database import Database
from tests.bot.running import LocalBotApi, LotsProcess, settings_for
from tests.storage.building import received

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")

LONELY = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"


def lots(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=given)


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
    assert told == {"id": "", "lang": "sv", "kind": "out_of_scope", "door": "county", "challenges": [], "offices": []}
    assert "Pohjanmaan hyvinvointialue" in lots("match", "--pack", "vasa", "Haluamme hoitaa kotisairaanhoidon").stdout
    assert json.loads(lots("match", "--pack", "vasa", "--json", LONELY).stdout)["door"] is None


def test_an_unknown_pack_is_told_without_a_traceback() -> None:
    result = lots("match", "--pack", "atlantis", LONELY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "atlantis" in result.stderr


def test_advise_answers_each_line() -> None:
    result = lots("advise", "--pack", "vasa", "--json", given='{"who": "company", "want": "sell"}\n')
    assert sorted(json.loads(result.stdout)) == ["because", "flags", "form", "office", "rule", "second"]


def test_evaluate_prints_a_table(tmp_path: Path) -> None:
    row = {"id": "1", "lang": "sv", "text": LONELY, "vasa": ["exclusion/loneliness"], "office": ["welfare"]}
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps(row) + "\n", encoding="utf-8")

    lines = lots("evaluate", "--pack", "vasa", str(corpus)).stdout.splitlines()

    assert lines[1].split() == ["office", "all", "1", "100.0%", "100.0%"]
    assert lines[3].split() == ["vasa", "all", "1", "100.0%", "100.0%"]


def test_documents_are_made_from_a_file_of_answers(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("GU01: Exempelföreningen rf\nFP01: Onsdagsköket\n", encoding="utf-8")

    result = lots("documents", "--pack", "vasa", "--lang", "sv", str(answers), "-o", str(tmp_path / "out"))

    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "Exempelföreningen rf_forslagspapper.docx",
        "Exempelföreningen rf_forslagspapper.pdf",
        "Exempelföreningen rf_grunduppgifter.docx",
        "Exempelföreningen rf_grunduppgifter.pdf",
    ]


def test_signs_that_the_documents_cannot_show_are_named_on_the_error_stream(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("GU01: สมาคม rf\nFP01: Onsdagsköket 🍲\nFP02: \U00013000 ᚠ\n", encoding="utf-8")

    result = lots("documents", "--pack", "vasa", "--lang", "en", str(answers), "-o", str(tmp_path / "out"))

    assert (result.exit_code, result.stderr) == (0, "These characters cannot be shown in the PDF files: \U00013000 ᚠ\n")
    assert "will not print" not in result.stdout


def test_run_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    result = lots("run")
    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.split()[0] for line in result.stderr.splitlines()] == ["LOTS_TOKEN", "LOTS_SECRET_KEY"]


def test_check_tells_a_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_STAFF_CHATS", '{"atlantis": -5}')
    result = lots("check")
    assert result.exit_code == 1
    assert "LOTS_STAFF_CHATS: there is no municipality atlantis." in result.stdout


def test_a_database_is_backed_up_and_restored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_SECRET_KEY", "a key for tests, long enough")
    monkeypatch.setenv("LOTS_DATABASE_URL", f"sqlite:///{tmp_path}/one.db")
    assert lots("db", "upgrade").exit_code == 0
    assert lots("db", "backup", str(tmp_path / "copy")).exit_code == 0
    monkeypatch.setenv("LOTS_DATABASE_URL", f"sqlite:///{tmp_path}/two.db")
    assert lots("db", "restore", str(tmp_path / "copy")).exit_code == 0
    assert lots("db", "backup", str(tmp_path / "copy")).exit_code == 1


def test_an_update_that_was_put_aside_is_listed_without_its_words_and_let_in_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTS_SECRET_KEY", "a key for tests, long enough")
    monkeypatch.setenv("LOTS_DATABASE_URL", f"sqlite:///{tmp_path}/one.db")
    assert lots("db", "upgrade").exit_code == 0
    assert lots("db", "failed").stdout == "No update was put aside.\n"
    with _opened(tmp_path) as database, database.transaction() as work:
        work.inbox.remember([received(870), received(871)])
        work.inbox.fail(1, "KeyError in need.py:40 read")

    assert lots("db", "failed").stdout == "1  2026-11-22 09:00 UTC  update 870  KeyError in need.py:40 read\n"
    assert lots("db", "requeue", "1", "2").stderr == (
        "Not every one of these was put aside: 1, 2. None waits again; see `lots db failed`.\n"
    )
    assert lots("db", "requeue", "1").exit_code == 0
    with _opened(tmp_path) as database, database.transaction() as work:
        assert work.inbox.counts() == {"waiting": 2, "failed": 0}


def test_updates_put_aside_can_be_listed_while_the_bot_runs_and_the_rest_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTS_SECRET_KEY", "a key for tests, long enough")
    monkeypatch.setenv("LOTS_DATABASE_URL", f"sqlite:///{tmp_path}/one.db")
    with _opened(tmp_path) as database:
        database.upgrade()
        with database.transaction() as work:
            work.inbox.remember([received(number) for number in range(103)])
            for seq in range(1, 104):
                work.inbox.fail(seq, "KeyError in need.py:40 read")

        listed = lots("db", "failed").stdout.splitlines()
        refused = lots("db", "requeue", "1")

    assert (len(listed), listed[-1]) == (101, "3 more come after these.")
    assert (refused.exit_code, refused.stderr.split(" (")[0]) == (1, f"Lots is already running on {tmp_path}/one.db")


@contextmanager
def _opened(folder: Path) -> Iterator[Database]:
    with closing(Database.open(f"sqlite:///{folder}/one.db", "a key for tests, long enough")) as database:
        yield database


@pytest.mark.slow
def test_run_answers_a_need_and_announces_itself_in_each_language(
    telegram: LocalBotApi, sqlite_url: str, tmp_path: Path
) -> None:
    nora = telegram.person("Nora")
    group = telegram.group(nora)
    settings = settings_for(telegram, sqlite_url, LOTS_PACKS="vasa", LOTS_STAFF_CHATS=f'{{"vasa": {group}}}')
    process = LotsProcess(settings, tmp_path, "-m", "bot", "run").start()
    anna = telegram.person()
    telegram.write(anna, LONELY)

    assert "Ensamhet" in telegram.wait_said(anna, 1)[0]
    telegram.wait(lambda: len(telegram.calls("setMyCommands")) == 5)
    told = [call["arguments"] for call in telegram.calls("setMyCommands")]
    assert [call.get("language_code", call.get("scope")) for call in told] == [
        "sv",
        "fi",
        "en",
        "",
        {"type": "chat", "chat_id": group},
    ]
    assert process.terminate() == 0

    process.start()
    telegram.write(anna, "/help")
    telegram.wait_said(anna, 2)
    assert process.terminate() == 0
    assert len(telegram.calls("setMyCommands")) == 5
    process.close()


@pytest.mark.slow
def test_a_token_that_nobody_knows_is_told_in_a_sentence(
    telegram: LocalBotApi, sqlite_url: str, tmp_path: Path
) -> None:
    settings = settings_for(telegram, sqlite_url, LOTS_PACKS="vasa", LOTS_TOKEN="999:unknown-token")
    process = LotsProcess(settings, tmp_path, "-m", "bot", "run").start()

    assert process.wait() == 1
    assert process.log.read_text().splitlines()[-1].startswith("The Bot API server does not know LOTS_TOKEN.")


@pytest.mark.slow
def test_a_taken_port_is_told_in_a_sentence(telegram: LocalBotApi, sqlite_url: str, tmp_path: Path) -> None:
    listen = telegram.url.removeprefix("http://")
    settings = settings_for(telegram, sqlite_url, LOTS_PACKS="vasa", LOTS_LISTEN=listen)
    process = LotsProcess(settings, tmp_path, "-m", "bot", "run").start()

    assert process.wait() == 1
    assert process.log.read_text().splitlines()[-1].startswith(f"{listen} cannot be used")

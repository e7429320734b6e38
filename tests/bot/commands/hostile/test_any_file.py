"""Whatever a file of the operator holds, a command ends with sentences and an exit code, never with a traceback."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from typer.testing import Result

from bot.__main__ import UNFORESEEN
from knowledge.municipality.load import SHIPPED
from tests.bot.commands.command_line import lots

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")

LIVELY = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
DEEP = 2000
"""Levels: more than Python's own calls can nest, and far fewer than hurt the parsers of other houses."""

NAMES = st.sampled_from(
    ["token", "packs", "staff_chats", "contacts", "listen", "clock", "log", "api_url", "database_url", "webhook_url"]
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), st.sampled_from(["vasa", "9" * 5000])
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
)


def as_json(value: object) -> str:
    """Nearly JSON, nearly TOML, nearly YAML: what people write when they guess."""
    match value:
        case dict():
            return "{" + ", ".join(f"{as_json(key)}: {as_json(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(as_json, value)) + "]"
        case str():
            return f'"{value}"'
    return {None: "null", True: "true", False: "false"}.get(value, str(value))  # type: ignore[arg-type]


JSON = VALUES.map(as_json)
TEXTS = st.one_of(
    st.binary(max_size=40),
    JSON.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from([b"\xff\xfe", b"\0", b"[" * DEEP, b"a: &a [*a]", b"[" * DEEP + b"]" * DEEP, b'{"a":' * DEEP]),
)


def ends_with_a_sentence(result: Result) -> None:
    assert isinstance(result.exception, (SystemExit, type(None))), result.exception
    assert result.exit_code in (0, 1, 2)
    assert "Traceback" not in result.output
    assert result.exit_code == 0 or result.output.strip()


@LIVELY
@given(st.one_of(TEXTS, st.tuples(NAMES, JSON).map(lambda pair: f"{pair[0]} = {pair[1]}".encode("utf-8", "replace"))))
@example(b"a = " + b"[" * DEEP)
@example(b"port = " + b"9" * 5000)
@example(b'"a(" = 1')
@example(b'packs = ["\\u0000"]')
@example(b'log = "json"\nLOTS_LOG = "console"')
@example(b'clock = "0001-01-01T00:00+14:00"')
@example(b'database_url = "postgresql://[::1/x"')
def test_any_settings(content: bytes) -> None:
    Path("lots.toml").write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.commands.check.shipped_folders", list)  # packs are not the point, and take a second
        ends_with_a_sentence(lots("check"))
    ends_with_a_sentence(lots("db", "failed"))


@LIVELY
@given(TEXTS)
def test_any_dotenv(content: bytes) -> None:
    Path(".env").write_bytes(b"LOTS_STAFF_CHATS=" + content)
    ends_with_a_sentence(lots("run"))


@LIVELY
@given(NAMES, JSON.filter(lambda text: "\0" not in text))
def test_any_variable(name: str, value: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(f"LOTS_{name.upper()}", value.encode("utf-8", "replace").decode())
        ends_with_a_sentence(lots("run"))


@LIVELY
@given(st.sampled_from(["pack.yaml", "wording.sv.yaml", "examples.yaml", "lexicon.yaml"]), TEXTS)
def test_any_pack(name: str, content: bytes) -> None:
    folder = Path("own")
    folder.mkdir(exist_ok=True)
    for file in (SHIPPED / "vasa").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / name).write_bytes(content)
    ends_with_a_sentence(lots("check", "own"))
    ends_with_a_sentence(lots("advise", "--pack", "own", given="{}\n"))


ROWS = st.dictionaries(st.sampled_from(["text", "lang", "vasa", "office", "crisis", "note"]), VALUES).map(as_json)
ANSWERS = st.dictionaries(st.sampled_from(["GU01", "GU04", "FP01", "FP07", "FP08", "FP12"]), VALUES, min_size=1)


@LIVELY
@given(st.lists(ROWS | JSON, max_size=3).map("\n".join))
@example('{"text": "ensamma män", "vasa": 5}')
@example('{"text": "ensamma män", "vasa": ["a"], "lang": []}')
def test_any_corpus_and_any_lines(text: str) -> None:
    Path("corpus.jsonl").write_bytes(text.encode("utf-8", "surrogatepass"))
    ends_with_a_sentence(lots("evaluate", "--pack", "vasa", "corpus.jsonl"))
    for command in (["match", "--jsonl"], ["advise"]):
        ends_with_a_sentence(lots(*command, "--pack", "vasa", given=text.encode("utf-8", "replace").decode()))


@settings(LIVELY, max_examples=8)
@given(TEXTS | ANSWERS.map(as_json).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_file_of_answers(content: bytes) -> None:
    Path("answers.yaml").write_bytes(content)
    ends_with_a_sentence(lots("documents", "--pack", "vasa", "answers.yaml", "-o", "out"))


@pytest.mark.parametrize(
    "command", [["check"], ["match", "--pack"], ["evaluate", "--pack", "vasa"], ["db", "restore"], ["db", "backup"]]
)
@pytest.mark.parametrize("path", [".", "pipe", "/dev/zero", "a" * 300, "nothing/at/all", ""])
def test_any_path(command: list[str], path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo("pipe")
    monkeypatch.setenv("LOTS_SECRET_KEY", "a key for tests, long enough")
    ends_with_a_sentence(lots(*command, path, *(["ensamma män"] if command[0] == "match" else [])))


def test_a_mistake_of_ours_asks_to_be_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_pack: str) -> str:
        raise KeyError("what somebody wrote")

    monkeypatch.setattr("bot.commands.advise.drawing", broken)
    result = lots("advise", "--pack", "vasa", "--graph")
    assert (result.exit_code, result.stdout) == (UNFORESEEN, "")
    assert result.stderr.startswith("Lots has made a mistake: KeyError in test_any_file.py")
    assert "what somebody wrote" not in result.stderr

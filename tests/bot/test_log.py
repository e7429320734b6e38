"""The log strikes out secrets wherever they turn up, also in what libraries say."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.log import log, open_journal

TOKEN = "1234567890:AAabcdefghijklmnopqrstuvwxyz_012345"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield io.StringIO()
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def test_a_line_is_json_without_secrets(stream: io.StringIO) -> None:
    open_journal("json", ["geheim"], stream)

    log().info("update", update=3, why=f"geheim https://api/bot{TOKEN}/getMe", error=ValueError("geheim"))

    line = json.loads(stream.getvalue())
    line.pop("timestamp")
    assert line == {
        "event": "update",
        "level": "info",
        "update": 3,
        "why": "[struck out] https://api/bot[struck out]/getMe",
        "error": "ValueError('[struck out]')",
    }


def test_libraries_are_quiet_and_redacted(stream: io.StringIO) -> None:
    open_journal("console", [], stream)

    logging.getLogger("httpx").info("POST https://api/bot%s/getMe", TOKEN)
    logging.getLogger("telegram.Bot").warning("POST https://api/bot%s/getMe", TOKEN)

    assert stream.getvalue()[20:] == "warning POST https://api/bot[struck out]/getMe\n"


def test_a_traceback_is_redacted_too(stream: io.StringIO) -> None:
    open_journal("json", ["geheim"], stream)
    try:
        raise RuntimeError("geheim")
    except RuntimeError:
        log().exception("broken")
    assert "geheim" not in stream.getvalue()
    assert "RuntimeError: [struck out]" in json.loads(stream.getvalue())["exception"]

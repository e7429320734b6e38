"""The log: one line an update, for a person (console) or a machine (json).

It says which update, where in the conversation, what came of it and how long it took; never what a person wrote and
never the bot's token. Lines of libraries go the same way, from WARNING up, because some of them log whole URLs.
"""

import logging
import re
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

import msgspec
import structlog
from structlog.typing import EventDict, FilteringBoundLogger, Processor, WrappedLogger

ROOT = Path(__file__).parents[1]
TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
QUIET = (
    "httpx",
    "httpcore",
    "pyreqwest",
    "uvicorn",
    "apscheduler",
    "telegram",
    "sqlalchemy",
    "alembic",
    "asyncio",
)


def open_journal(style: str, hide: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Set up the log. `style` is `json`, or "console" for people; each text in `hide` is struck out wherever it is."""
    redact = Redactor(hide)
    stamp: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    render = _json if style == "json" else _console
    structlog.configure(
        processors=[*stamp, redact, render],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(stream or sys.stderr),
        cache_logger_on_first_use=False,
    )
    _adopt_libraries([*stamp, redact], render, stream)


def log() -> FilteringBoundLogger:
    """Return the log."""
    logger: FilteringBoundLogger = structlog.get_logger()
    return logger


def where(error: BaseException) -> str:
    """Tell what went wrong and where, without the error's own words: they may hold what a person wrote.

    Of errors that came together it is the first.
    """
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(str(ROOT))] or frames
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in ours[-3:]]
    return f"{type(error).__name__} in {' < '.join(reversed(places))}"


class Redactor:
    """Strikes secrets and bot tokens out of every text of a line."""

    def __init__(self, hide: Iterable[str]) -> None:
        words = [re.escape(word) for word in hide if word]
        self._pattern = re.compile("|".join([*words, TOKEN.pattern]))

    def __call__(self, _logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
        """Return the line with every secret struck out."""
        for key, value in line.items():
            if not isinstance(value, (int, float, bool, type(None))):
                line[key] = self.struck(value if isinstance(value, str) else repr(value))
        return line

    def struck(self, text: str) -> str:
        """Return a text with every secret struck out."""
        return self._pattern.sub("[struck out]", text)


def _json(_logger: WrappedLogger, _method: str, line: EventDict) -> str:
    return msgspec.json.encode(line).decode()


def _console(_logger: WrappedLogger, _method: str, line: EventDict) -> str:
    what, trace = line.pop("event", ""), line.pop("exception", "")
    rest = " ".join(f"{key}={value}" for key, value in line.items() if key not in ("timestamp", "level"))
    # To the second: the first 19 characters of an ISO 8601 time.
    head = f"{line.get('timestamp', '')[:19]} {line.get('level', ''):<7} {what} {rest}".rstrip()
    return f"{head}\n{trace}" if trace else head


def _adopt_libraries(before: list[Processor], render: Any, stream: TextIO | None) -> None:
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=before,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)

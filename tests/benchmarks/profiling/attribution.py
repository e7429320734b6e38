"""Whose work a moment of the bot's CPU is: told from the stack, innermost frame first.

Each moment belongs to one room of the house (the module that wanted the work done, with the repositories for what is
done in their name) and to one tool (the library or the call that was running). C code has no frame of its own; what is
known of it is the Python function that called it, so `do_execute` stands for the driver and the database behind it.
"""

import sys
from collections.abc import Sequence

Frame = tuple[str, str]
"""The path of a file below the house or the library's folder, with slashes, and the name of the function."""

OURS = ("bot", "dialogs", "knowledge", "storage")
PLUMBING = (
    "storage/encryption/codec",
    "storage/encryption/vault",
    "storage/encryption/cipher",
    "storage/engine/statements",
    "storage/engine/tables",
)
"""What repositories use: its work belongs to the repository that called it."""
ROOMS = {
    "bot/receiving/intake": "intake",
    "bot/telegram/answer_presses": "intake",
    "bot/telegram/gateway": "Bot API calls",
    "bot/telegram/calls/http_client": "Bot API calls",
    "bot/sending/calling/sender": "Bot API calls",
    "bot/sending/deliverer": "delivery",
    "bot/sending/results": "delivery",
    "bot/sending/limiter": "delivery",
    "bot/log": "log",
    "bot/commands/run": "event loop, threads",
    "bot/receiving/worker": "worker",
    "bot/turns/handler": "worker",
    "bot/turns/batch": "worker",
    "bot/turns/changes": "worker",
    "bot/telegram/translate": "translate",
    "bot/telegram/compose": "compose",
    "bot/telegram/text/markup": "compose",
    "storage/engine/engine": "transactions: begin, commit",
    "storage/database": "transactions: begin, commit",
    "storage/unit_of_work": "transactions: begin, commit",
}
WAITS = {
    "do_commit": "commit and fsync",
    "commit": "commit and fsync",
    "do_execute": "database driver and database",
    "do_executemany": "database driver and database",
}
TOOLS = {
    "sqlalchemy": "SQLAlchemy",
    "psycopg": "database driver and database",
    "psycopg_binary": "database driver and database",
    "sqlite3": "database driver and database",
    "structlog": "log",
    "logging": "log",
    "aiohttp": "HTTP client",
    "httptools": "HTTP client",
    "telegram": "python-telegram-bot",
    "apscheduler": "APScheduler",
    "asyncio": "event loop, threads",
    "uvloop": "event loop, threads",
    "concurrent": "event loop, threads",
    "threading": "event loop, threads",
    "selectors": "event loop, threads",
    "starlette": "web server",
    "uvicorn": "web server",
}
OWN_TOOLS = {"storage/encryption/cipher": "encryption", "storage/encryption/codec": "values to bytes and back"}
LOOP = "event loop, threads"
OWN = "our own code"
GENERATED = "<string>"
"""Where Python says that the methods of dataclasses come from."""


def room(stack: Sequence[Frame]) -> str:
    """Return which room of the house wanted the work; the event loop's own work belongs to nobody."""
    for file, _ in stack:
        package, module = _split(file)
        if package not in OURS or module in PLUMBING:
            continue
        return ROOMS.get(module, _named(package, module))
    return LOOP


def tool(stack: Sequence[Frame]) -> str:
    """Return what was running: the innermost frame tells, with a few calls that stand for C code below them."""
    file, function = stack[0]
    package, module = _split(file)
    if package == "sqlalchemy" and function in WAITS:
        return WAITS[function]
    if module in OWN_TOOLS:
        return OWN_TOOLS[module]
    return OWN if package in OURS or file == GENERATED else TOOLS.get(package, _others(package))


def _split(file: str) -> tuple[str, str]:
    """The package, or module at the top, and the path without its ending."""
    module = file.removesuffix(".py")
    return module.partition("/")[0], module


def _others(package: str) -> str:
    return "standard library" if package in sys.stdlib_module_names or package.startswith("<") else package


def _named(package: str, module: str) -> str:
    if package == "dialogs":
        return "step: dialogs"
    if package == "knowledge":
        return "step: knowledge"
    parts = module.split("/")
    return f"{package}: {parts[-1]}" if len(parts) > 1 else package

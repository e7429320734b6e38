"""`docs/operating.md` tells of what there is, and of all of it: fields and status of /health, the lines of the log."""

import ast
import re
from collections.abc import Iterator

from bot.process.health import _trouble
from bot.process.readiness import Known, status
from bot.process.webhook_watch import WebhookState
from bot.settings import Settings
from bot.settings_files import PREFIX
from dialogs.step import COMMANDS as IN_CHAT
from storage.errors import DatabaseAway, DatabaseFull, DatabaseReadOnly
from tests.bot.process.test_health import WELL
from tests.storage.building import NOW
from tests.test_house import COMMANDS, FILES, IS_PATH, ROOT, TREES

PAGE = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
OTHERS = {"/live", "/health", "PYTHONDEVMODE=1", *(f"/{name}" for name in IN_CHAT)}
FIELDS = set(WELL) | set(WELL["outbox"]) | {"refused", "pending"}
LOOPS = {*WELL["loops"]["worker"], "poller", "worker", "deliverer", "ticker", "mailer"}
LEVELS = {"info", "warning", "error"}


def named(page: str) -> set[str]:
    """What stands in back-ticks, outside of examples, on one line."""
    prose = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
    return {" ".join(name.split()) for name in re.findall(r"`([^`]+)`", prose)}


def sources() -> Iterator[ast.AST]:
    """Everything that stands in the sources of the bot."""
    for file, tree in zip(FILES, TREES, strict=True):
        if file.is_relative_to(ROOT / "bot"):
            yield from ast.walk(tree)


def texts() -> set[str]:
    """Every text in the sources, without what leads over to a reason."""
    constants = (item.value for item in sources() if isinstance(item, ast.Constant))
    return {value.removesuffix(": ") for value in constants if isinstance(value, str)}


def logged() -> Iterator[str]:
    """What the bot writes into its log, where the line stands in the call itself."""
    for item in sources():
        match item:
            case ast.Call(
                func=ast.Attribute(value=ast.Call(func=ast.Name(id="log")), attr=level),
                args=[ast.Constant(value=str(line)), *_],
            ) if level in LEVELS:
                yield line


def logged_values() -> set[str]:
    """By which names the bot writes values into a line of its log."""
    calls = (item for item in sources() if isinstance(item, ast.Call) and isinstance(item.func, ast.Attribute))
    return {str(value.arg) for call in calls if _is_log(call.func) for value in call.keywords}


def told_statuses() -> set[str]:
    """What `status` can say, without the reasons that follow."""
    bad = [
        Known(running=False),
        Known(token_refused=1.0),
        Known(oldest_unanswered=1e6, up=1e6),
        *(Known(stuck_loops=[(name, "why")]) for name in ("poller", "worker")),
        *(Known(database=_trouble(error(""))) for error in (DatabaseAway, DatabaseFull, DatabaseReadOnly)),
        *(Known(webhook=WebhookState(url, 1, "why", NOW).trouble("ours", NOW)) for url in ("ours", "theirs")),
    ]
    starting = status(Known(running=False))
    return {said if (said := status(one)) == starting else said.partition(": ")[0] for one in bad} | {status(Known())}


def test_every_field_of_the_health_page_is_told() -> None:
    assert FIELDS - {"status"} - named(PAGE) == set()


def test_every_word_of_the_status_is_told() -> None:
    assert {said for said in told_statuses() if not any(name.startswith(said) for name in named(PAGE))} == set()


def test_every_line_of_the_log_is_told() -> None:
    assert set(logged()) - named(PAGE) == set()


def test_every_name_on_the_page_and_in_the_readmes_section_exists() -> None:
    section = README.partition("## Running it for real")[2].partition("\n## ")[0]
    variables = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    known = FIELDS | OTHERS | LOOPS | variables | told_statuses() | texts() | logged_values()
    unknown = {name for name in named(PAGE) | named(section) if not known & {name, _in_sources(name)}}
    assert sorted(name for name in unknown if not _stands(name)) == []


def _is_log(called: ast.expr) -> bool:
    """Whether it is a method of the log."""
    return isinstance(called, ast.Attribute) and ast.unparse(called.value) == "log()" and called.attr in LEVELS


def _in_sources(name: str) -> str:
    """How the sources write it: a table of settings without brackets, a placeholder in braces, an option alone."""
    return name.removeprefix("[[").removesuffix("]]").removesuffix(" NAME").replace("/NAME", "/{name}")


def _stands(name: str) -> bool:
    """Whether it is a file, a command of Lots with what follows it, or one of make or of the shell."""
    if IS_PATH.fullmatch(name) or (ROOT / name).exists() or name.startswith(("make ", "cp ", "kill ")):
        return True
    words = [word for word in name.removeprefix("lots ").split() if not (word.isupper() or word.startswith("--"))]
    return " ".join(words) in COMMANDS


def test_every_command_stands_in_the_readme() -> None:
    block = README.partition("## Commands\n\n```\n")[2].partition("```")[0]
    told = {word for line in block.splitlines() if line.startswith("lots ") for word in line.split()}
    assert {word for name in COMMANDS for word in name.split()} - told == set()

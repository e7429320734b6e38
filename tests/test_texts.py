"""The visible words: the same keys and values in every language, a caller for each, and plain Swedish."""

import ast
import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from dialogs import texts
from dialogs.step import COMMANDS
from knowledge.language import Language

ROOT = Path(__file__).parent.parent
TEXTS = {language: texts.keys(language) for language in Language}
SWEDISH_LIX_AT_MOST = 40
FILES = {path.stem for path in (texts.FOLDER / "sv").glob("*.yaml")}


def test_every_language_has_every_text() -> None:
    assert set(TEXTS[Language.FI]) == set(TEXTS[Language.SV])
    assert set(TEXTS[Language.EN]) == set(TEXTS[Language.SV])


def test_every_language_asks_for_the_same_values() -> None:
    def values(language: Language) -> dict[str, set[str]]:
        environment = Environment(autoescape=True)
        environment.filters.update(texts.ENVIRONMENTS[True].filters)
        return {key: meta.find_undeclared_variables(environment.parse(text)) for key, text in TEXTS[language].items()}

    swedish = values(Language.SV)
    for language in (Language.FI, Language.EN):
        others = values(language)
        assert {key: names for key, names in others.items() if names != swedish[key]} == {}


def test_every_text_has_a_caller_and_every_caller_a_text() -> None:
    said, patterns = _called()
    uncalled = {
        key for key in TEXTS[Language.SV] if key not in said and not any(pattern.fullmatch(key) for pattern in patterns)
    }
    missing = {key for key in said if key.partition(".")[0] in FILES and key not in TEXTS[Language.SV]}
    uncalled = {key for key in uncalled if not key.startswith("commands.")}
    assert (uncalled, missing) == (set(), set())


def test_every_command_is_described_and_every_description_has_a_command() -> None:
    described = {
        key.removeprefix("commands.commands.") for key in TEXTS[Language.SV] if key.startswith("commands.commands.")
    }
    assert described == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(FILES))
def test_swedish_is_plain(name: str) -> None:
    words = " ".join(_plain(text) for key, text in TEXTS[Language.SV].items() if key.startswith(f"{name}."))
    assert lix(words) <= SWEDISH_LIX_AT_MOST


def test_no_text_shouts() -> None:
    loud = {(language, key) for language in Language for key, text in TEXTS[language].items() if "!" in _plain(text)}
    assert loud == set()


def lix(text: str) -> float:
    """Readability by Björnsson: words a sentence, plus the share of words over six letters."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(1, len(re.findall(r"[.:?!\n]+", text)))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / max(1, len(words))


def _plain(text: str) -> str:
    return re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]+>", " ", text, flags=re.DOTALL)


def _called() -> tuple[set[str], list[re.Pattern[str]]]:
    said: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for path in [*ROOT.glob("dialogs/**/*.py"), *ROOT.glob("bot/**/*.py"), *ROOT.glob("knowledge/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said |= (
                    {node.value, f"answers.{node.value}", f"commands.{node.value}"}
                    if "." in node.value or " " not in node.value
                    else set()
                )
            elif isinstance(node, ast.JoinedStr):
                patterns.append(re.compile("".join(_pattern(part) for part in node.values)))
    known = {key for key in said if re.fullmatch(r"[a-z_]+(\.[a-z_0-9-]+)+", key)}
    return known & (set(TEXTS[Language.SV]) | _literals()), [
        item for item in patterns if item.pattern.startswith(tuple(FILES))
    ]


def _literals() -> set[str]:
    """The keys that dialogs name outright in `say`, `plain` and `offer`."""
    found: set[str] = set()
    for path in ROOT.glob("dialogs/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"say", "plain", "offer"}:
                places = node.args[:1] if getattr(node.func, "attr", "") == "offer" else node.args[:2]
                named = [arg.value for arg in places if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                found |= {key for key in named if "." in key}
    return found


def _pattern(part: ast.expr) -> str:
    return re.escape(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else r"[a-z_0-9.-]+"


PLACE_NAMES = {
    "need.catalogue",
    "office.examples",
    "office.forms",
    "proposal.next",
    "proposal.new",
    "proposal.summary",
}

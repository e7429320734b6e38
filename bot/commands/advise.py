"""`lots advise`: the form of cooperation that a set of answers leads to, a JSON object a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.clock import wall
from bot.raw_json import NotJson, read_json
from knowledge.advice.advise import Advice, advise
from knowledge.advice.graph import graph
from knowledge.municipality.load import load_packs


def advise_lines(pack_id: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield a pair for each line of input: the JSON line that answers it, or what is wrong with it."""
    pack = next(iter(load_packs([pack_id]).values()))
    today = wall().astimezone(pack.zone).date()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            answers = read_json(line)
            if not isinstance(answers, dict):
                raise TypeError("not an object")
            yield json.dumps(_told(advise(answers, pack, today)), ensure_ascii=False), ""
        except (NotJson, TypeError, ValueError) as error:
            yield "", f"stdin:{number}: {error if isinstance(error, ValueError) else 'one JSON object a line'}"


def drawing(pack_id: str) -> str:
    """Return the decision rules of a pack as a Mermaid flow chart."""
    return graph(next(iter(load_packs([pack_id]).values())))


def _told(advice: Advice) -> dict[str, Any]:
    return {
        "form": advice.form.value,
        "second": [form.value for form in advice.second],
        "rule": advice.rule,
        "office": advice.office,
        "flags": list(advice.flags),
        "because": list(advice.because),
    }

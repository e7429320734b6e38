"""`lots match` and `lots evaluate`: what the matcher makes of a need, for people and for programs."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.raw_json import BYTE_ORDER_MARK, NotJson, read_json
from dialogs.finding.other_doors import words_of
from knowledge.language import Language, words
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Pack
from knowledge.needs.evaluate import Report, evaluate
from knowledge.needs.model.linear import OFFICES
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.topic_profiles import learned_list
from knowledge.needs.understand import Suggestion, Understanding, understand
from knowledge.normalising import visible
from knowledge.operator_file import Unreadable, read_text

LARGEST_CORPUS = 100_000_000
"""In bytes: half a million needs, more than anybody labels by hand."""


def match_text(pack_id: str, text: str, *, as_json: bool) -> str:
    """Return what a text is understood as: a JSON object, or lines for a person."""
    pack, lexicon = _pack(pack_id), load_lexicon()
    understood = understand(visible(text), pack, lexicon)
    if as_json:
        return json.dumps(_told("", understood), ensure_ascii=False)
    return "\n".join(_lines(understood, pack))


def match_lines(pack_id: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield a pair for each line of input: the JSON line that answers it, or what is wrong with it."""
    pack, lexicon = _pack(pack_id), load_lexicon()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = read_json(line)
            understood = understand(visible(str(asked["text"])), pack, lexicon, _language(asked.get("lang")))
            yield json.dumps(_told(asked.get("id", ""), understood), ensure_ascii=False), ""
        except (NotJson, KeyError, TypeError, AttributeError):
            yield "", f'stdin:{number}: each line must be a JSON object with "id" and "text"'


def evaluated(pack_id: str, corpus: Path) -> str:
    """Return the table of accuracy over a labelled corpus. Raise `ValueError` naming the line that is wrong.

    The labels of topics stand under the list that they were learned from, else under the id of the pack.
    """
    pack, lexicon = _pack(pack_id), load_lexicon()
    topics = learned_list(pack, lexicon.model) or pack.id
    report = evaluate(
        _rows(corpus, (topics, OFFICES)), lambda text, language: understand(text, pack, lexicon, language), topics
    )
    return "\n".join(_table(report))


def _pack(pack_id: str) -> Pack:
    return next(iter(load_packs([pack_id]).values()))


def _language(code: Any) -> Language | None:
    return Language(code) if code in set(Language) else None


def _told(number: Any, understood: Understanding) -> dict[str, Any]:
    return {
        "id": number,
        "lang": understood.language.value,
        "kind": understood.kind,
        "door": _door(understood),
        "challenges": [_suggestion(item) for item in understood.topics],
        "offices": [_suggestion(item) for item in understood.offices],
    }


def _door(understood: Understanding) -> str | None:
    return understood.door if understood.kind == "out_of_scope" else None


def _suggestion(item: Suggestion) -> dict[str, Any]:
    return {"id": item.id, "score": round(item.score, 4), "because": list(item.because)}


def _lines(understood: Understanding, pack: Pack) -> Iterator[str]:
    language = understood.language
    yield f"{understood.kind}  ({language})"
    if door := _door(understood):
        yield f"  -> {door}: {' '.join(words_of(door, pack, language).split())}"
    for item in understood.topics:
        yield _line(item, words(pack.catalogue.topics[item.id].name, language))
    for item in understood.offices:
        yield _line(item, words(pack.office(item.id).name, language))


def _line(item: Suggestion, name: str) -> str:
    because = ", ".join(f'"{text}"' for text in item.because)
    return f"  {item.score:4.0%}  {item.id:<34} {name}{f'  <- {because}' if because else ''}"


def _rows(corpus: Path, lists: Sequence[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_lines_of(corpus), 1):
        if line.strip():
            try:
                yield _row(read_json(line), lists)
            except ValueError as error:
                raise ValueError(f"{corpus}:{number}: {error}") from None


def _row(row: Any, lists: Sequence[str]) -> dict[str, Any]:
    """Return a row that can be counted. `lists` are the names of its labels. Raise `ValueError` if it is none."""
    if not (isinstance(row, dict) and isinstance(row.get("text"), str)):
        raise ValueError('a row needs "text"')
    if not isinstance(row.get("lang", ""), str):
        raise ValueError('"lang" must be sv, fi or en')
    for name in lists:
        labels = row.get(name, [])
        if not (isinstance(labels, list) and all(isinstance(label, str) for label in labels)):
            raise ValueError(f'"{name}" must be a list of labels, such as ["exclusion/loneliness"]')
    return row


def _lines_of(corpus: Path) -> list[str]:
    try:
        # Not at the other ends of lines that Python knows: a text may hold them.
        return read_text(corpus, LARGEST_CORPUS).split("\n")
    except Unreadable as error:
        raise ValueError(f"{corpus}:{error.line}: {error}") from None


def _table(report: Report) -> Iterator[str]:
    yield f"{'list':<12}{'language':<10}{'needs':>6}{'first':>9}{'in three':>10}"
    for (name, language), hits in sorted(report.hits.items()):
        yield f"{name:<12}{language:<10}{hits.of:>6}{hits.first / hits.of:>9.1%}{hits.in_three / hits.of:>10.1%}"
    for label, (part, whole) in (
        ("out of scope, seen to be so", report.caught),
        ("out of scope, asked about", report.asked_outside),
        ("needs not taken for needs", report.rejected),
        ("needs asked about", report.asked),
        ("language right", report.languages),
    ):
        yield f"{label:<32}{part:>4} of {whole}"
    yield f"{'suggestions without own words':<32}{report.without_evidence:>4}"
    for wanted, given, count in report.confused:
        yield f"  {count:>3} x  {wanted} taken for {given or 'nothing'}"
    yield f"{'score of the first suggestion':<32}{'needs':>6}{'mean':>8}{'hits':>8}"
    for bin_ in report.calibration:
        yield f"{f'from {bin_.low:.0%}':<32}{bin_.count:>6}{bin_.mean_score:>8.0%}{bin_.hit_share:>8.0%}"


def read_stdin() -> Iterator[str]:
    """Yield the lines of standard input as UTF-8, half characters and all, without byte order marks."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)

"""The two documents from a file of answers: what the command `lots documents` does.

Nothing in the file stops it: an unknown field or an unreadable answer is named with its line, kept as it was typed, and
listed among the gaps. Only a file that is no YAML mapping gives no documents.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from yaml.nodes import MappingNode, Node

from bot.documents.fonts import signs
from bot.documents.layout import fixed_words
from bot.documents.render import render_all
from bot.documents.typed import typed
from dialogs.records.proposal import Answer, Proposal
from dialogs.texts import plain
from knowledge.answers import Remark, Unclear, cross_checks, kind_of, read
from knowledge.answers.formats import locale_of, number
from knowledge.guard.guard import MAY_BE_NOBODY, seen
from knowledge.language import Language
from knowledge.municipality.pack import Field, Pack
from knowledge.municipality.yaml_lines import composed
from knowledge.normalising import visible
from knowledge.operator_file import Unreadable, read_text

LONGEST_ANSWER = 4096
"""In characters, as many as a message of Telegram holds (Bot API, sendMessage): what is read like one is no longer."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a file: the documents written, problems as `file:line: message`, soft remarks as sentences.

    `not_shown` says which signs the PDF files cannot show; it is empty if they show all.
    """

    files: tuple[Path, ...]
    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    not_shown: str = ""


def documents_from_file(path: Path, pack: Pack, language: Language | str, out_dir: Path, *, now: datetime) -> Made:
    """Write all files, the archive too, into a folder, which is made if need be. `now` is the day on them.

    Raise `OSError` if the file cannot be read or the folder not be written.
    """
    reader = _Reader(path, pack, Language(language), now)
    root = reader.root()
    if root is None:
        return Made((), tuple(reader.problems), ())
    answers = {key: answer for key, answer in reader.answers(root) if answer is not None}
    values = {key: answer.value for key, answer in answers.items() if answer.state == "given"}
    proposal = Proposal(path.stem, 0, pack.id, "", str(language), answers, documents_at=now)
    out_dir.mkdir(parents=True, exist_ok=True)
    files = [_written(out_dir / name, content) for name, content in render_all(proposal, pack, language)]
    remarks = [*reader.remarks, *cross_checks(values, pack, reader.language)]
    said = tuple(reader.said(remark) for remark in remarks)
    return Made(tuple(files), tuple(reader.problems), said, _not_shown(answers.values(), Language(language)))


def _not_shown(answers: Iterable[Answer], language: Language) -> str:
    missing = signs().missing("".join(answer.said for answer in answers))
    return str(fixed_words(language)["file"]["signs"]).format(signs=" ".join(missing)) if missing else ""


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


class _Reader:
    """Reads one file; gathers problems and remarks on the way."""

    def __init__(self, path: Path, pack: Pack, language: Language, now: datetime) -> None:
        self.path = path
        self.pack = pack
        self.language = language
        self.year = now.astimezone(pack.zone).year
        self.problems: list[str] = []
        self.remarks: list[Remark] = []
        self._words = fixed_words(language)["file"]

    def root(self) -> MappingNode | None:
        """Return the mapping of the file, or None after noting why there is none."""
        try:
            root = composed(read_text(self.path))
        except Unreadable as error:
            self._problem(error.line - 1, self._words["no_yaml"].format(reason=error))
            return None
        if not isinstance(root, MappingNode):
            self._problem(0, self._words["no_mapping"])
            return None
        return root

    def answers(self, root: MappingNode) -> Iterator[tuple[str, Answer | None]]:
        """Yield each field of the file with its answer; one that is left empty is skipped, None is none that counts."""
        met: set[str] = set()
        for key, node in root.value:
            name = str(getattr(key, "value", ""))
            field = self.pack.fields_by_id.get(name)
            if field is None:
                self._problem(key.start_mark.line, self._words["unknown"].format(field=name, pack=self.pack.id))
                continue
            if name in met:
                self._problem(key.start_mark.line, self._words["twice"].format(field=name))
            met.add(name)
            yield name, self._answer(field, node)

    def _answer(self, field: Field, node: Node) -> Answer | None:
        text = visible(typed(node, kind_of(field).between_parts))
        if not text.strip():
            return Answer("skipped", "")
        if len(text) > LONGEST_ANSWER:
            line, most = node.start_mark.line, number(LONGEST_ANSWER, locale_of(self.language, self.pack.country))
            self._problem(line, f"{field.id}: {self._words['long'].format(most=most)}")
            return None
        if found := [one for one in seen(text) if one.kind not in MAY_BE_NOBODY]:
            line = node.start_mark.line
            self._problem(line, f"{field.id}: {self._words['private'].format(seen=found[0].kind)}")
            return None
        reading = read(field, text, self.language, pack=self.pack, known={}, year=self.year)
        if isinstance(reading, Unclear):
            self._problem(node.start_mark.line, f"{field.id}: {self.said(reading)}")
            return Answer("unknown" if reading.code == "text.unknown" else "unclear", text)
        self.remarks += reading.remarks
        return Answer("given", text, reading.value)

    def said(self, about: Remark | Unclear) -> str:
        """Return a remark or a reason as a sentence."""
        sentence = plain(self.language, f"answers.{about.code}", **about.values)
        return sentence[:1].upper() + sentence[1:]

    def _problem(self, line: int, message: str) -> None:
        self.problems.append(f"{self.path}:{line + 1}: {message}")

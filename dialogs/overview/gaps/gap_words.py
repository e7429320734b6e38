"""The gap report in words: lines for a terminal, and a message for a phone that names the most and counts the rest."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dialogs import texts
from dialogs.overview.counting import NONE
from dialogs.overview.gaps.found import Change, Gaps
from dialogs.overview.shown import period_words
from dialogs.overview.vocabulary import Vocabulary
from knowledge.language import Language
from knowledge.municipality.pack import Pack

NAMED = 6
"""How many lines of each part stand in a message, the most telling first: with all parts it fits two screens."""
LONGEST_QUOTE = 90
"""In characters: so much of a need is shown in a message, one or two lines of a phone."""
LONGEST_MESSAGE = 4000
"""In characters: what Telegram takes in one message (Bot API: 4096), less a sentence of what cannot be read."""
IN_A_ROW = 12
"""How many references stand in a message, beside each other: two lines of a phone."""


class Part(NamedTuple):
    """A sentence that says how many there are of something, what they are, and whether they stand in a row."""

    sentence: str
    named: Sequence[str] = ()
    in_a_row: bool = False


def message(found: Gaps, pack: Pack, language: Language) -> str:
    """Return the report as one message, plain text."""
    plain = Vocabulary(language, pack)
    blocks = [_block(part, plain) for part in _parts(found, plain, LONGEST_QUOTE)]
    return texts.cut("\n\n".join([_heading(found, pack, plain), *blocks]), LONGEST_MESSAGE)


def lines(found: Gaps, pack: Pack, language: Language) -> Iterator[str]:
    """Yield the whole report for a terminal."""
    plain = Vocabulary(language, pack)
    yield _heading(found, pack, plain)
    for part in _parts(found, plain, None):
        yield from ("", part.sentence, *(f"- {line}" for line in part.named))


def _heading(found: Gaps, pack: Pack, plain: Vocabulary) -> str:
    return plain("gaps_heading", municipality=plain.of(pack.name), period=period_words(found.period, plain.language))


def _block(part: Part, plain: Vocabulary) -> str:
    most = IN_A_ROW if part.in_a_row else NAMED
    rest = len(part.named) - most
    more = [plain("gaps_more", count=rest)] if rest > 0 else []
    if part.in_a_row:
        return "\n".join([part.sentence, ", ".join([*part.named[:most], *more])])
    return "\n".join([part.sentence, *(f"– {line}" for line in part.named[:most]), *more])


def _parts(found: Gaps, plain: Vocabulary, longest: int | None) -> Iterator[Part]:
    """The parts that have something to tell; one sentence where none has."""
    parts = [part for part in _every(found, plain, longest) if part.sentence]
    yield from parts or [Part(plain("gaps_none"))]


def _every(found: Gaps, plain: Vocabulary, longest: int | None) -> Iterator[Part]:
    judged = found.judged
    yield Part(_sentence(plain, "gaps_unowned", len(found.unowned)), found.unowned, in_a_row=True)
    yield Part(_sentence(plain, "gaps_late", len(found.late), judged=judged), found.late, in_a_row=True)
    yield Part(_sentence(plain, "gaps_never", len(found.never), judged=judged), found.never, in_a_row=True)
    yield Part(_sentence(plain, "gaps_without_office", found.without_office))
    yield Part(_sentence(plain, "gaps_without_challenge", found.without_challenge))
    own = [_counted(*one) for one in found.own]
    yield Part(_sentence(plain, "gaps_own", sum(count for _, count in found.own)), own)
    quoted = [f"”{texts.cut(text, longest) if longest else text}”" for text in found.unmatched]
    yield Part(_sentence(plain, "gaps_unmatched", len(quoted)), quoted)
    yield _changed("gaps_corrected", found.corrected, plain, plain.topic, plain("gaps_no_topic"))
    yield _changed("gaps_moved", found.moved, plain, plain.office, plain("no_office"))
    silent = [
        plain("gaps_office", office=plain.office(one.office), asked=one.asked, late=one.late, silent=one.silent)
        for one in found.offices
    ]
    yield Part(_sentence(plain, "gaps_offices", len(silent)), silent)
    stopped = [_counted(plain.field(name) or plain("gaps_no_answer"), count) for name, count in found.stopped]
    yield Part(_sentence(plain, "gaps_stopped", found.drafts), stopped)


def _sentence(plain: Vocabulary, key: str, count: int, **values: object) -> str:
    return plain(key, count=count, **values) if count else ""


def _changed(
    key: str, changes: Sequence[tuple[Change, int]], plain: Vocabulary, called: Callable[[str], str], nothing: str
) -> Part:
    def name(one: str) -> str:
        return nothing if one == NONE else called(one)

    named = [_counted(f"{name(before)} → {name(after)}", count) for (before, after), count in changes]
    return Part(_sentence(plain, key, sum(count for _, count in changes)), named)


def _counted(name: str, count: int) -> str:
    return f"{name}: {count}"

"""In which language something is read: by all at a desk, by one navigator there, by the association of a case.

What the association wrote stays as it was written.
"""

from collections.abc import Mapping

from dialogs import texts
from dialogs.conversation.turn import LANGUAGES, Turn
from dialogs.records.case import Case
from knowledge.language import Language, words
from knowledge.municipality.pack import Pack

LABELS = ("name", "writer", "message", "need", "topics", "office", "form")
"""The lines of a case that stand beside the answers of its draft; each is called `idea.line_` and this."""


def desk_language(turn: Turn, pack: Pack) -> Language:
    """The language of what all read at a desk: the one chosen for the whole group, else the first of its pack."""
    return LANGUAGES.get(turn.snapshot.desk_languages.get(pack.id, "")) or pack.languages[0]


def own_language(turn: Turn, pack: Pack) -> Language:
    """The language of what one navigator reads: the one this person chose, here or with Lots alone, else the group's.

    Sessions of older programs say nothing of a choice: there a language that is not the pack's first was chosen.
    """
    here = LANGUAGES.get(turn.session.language)
    chosen = turn.session.language_chosen or here is not pack.languages[0]
    return LANGUAGES.get(turn.snapshot.own_language) or (here if chosen and here else desk_language(turn, pack))


def chat_language(turn: Turn, case: Case) -> Language:
    """The language that the association wrote in; one that Lots speaks no more gives way to the first of the pack."""
    return LANGUAGES.get(case.language) or turn.world.packs[case.municipality].languages[0]


def lines_as_read(turn: Turn, case: Case) -> tuple[tuple[str, str], ...]:
    """What the association saw before it sent, under headings in the language of who reads it here."""
    pack, theirs = turn.world.packs[case.municipality], chat_language(turn, case)
    known: dict[str, str] = {}
    for language in (*(item for item in Language if item is not theirs), theirs):
        known.update(_headings(pack, language, turn.language))
    return tuple((known.get(label, label), text) for label, text in case.lines)


def _headings(pack: Pack, of: Language, to: Language) -> Mapping[str, str]:
    """Each heading in one language, with what it is in another."""
    keys = [f"idea.line_{name}" for name in LABELS]
    fields = {words(item.label, of): words(item.label, to) for item in pack.fields}
    return fields | {texts.plain(of, key): texts.plain(to, key) for key in keys}

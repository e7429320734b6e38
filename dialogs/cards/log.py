"""What Lots itself notes in a case: kept with the key of its text, so that each reads it in their own language.

Values are kept in words of no language, by their names: an `office` as its id, `whom` and `kind` as the key of a text,
`by` and `day` as ISO dates, `fields` as their ids with blanks between; all others are as they were said.
"""

from collections.abc import Mapping
from datetime import date

from dialogs import texts
from dialogs.cards.languages import desk_language
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case, CaseMessage
from knowledge.language import Language, words
from knowledge.municipality.pack import Pack

FIELDS = "fields"
DAYS = frozenset({"by", "day"})
KEYS = frozenset({"whom", "kind"})


def logged(turn: Turn, case: Case, key: str, **values: str) -> CaseMessage:
    """A note of what somebody at the desk has just done, or of what came by itself."""
    pack, name = turn.world.packs[case.municipality], turn.event.sender.name
    known = {"reference": case.reference, "name": name, **values}
    language = desk_language(turn, pack)
    text = texts.plain(language, key, **_read(pack, language, known))
    return CaseMessage("lots", text, turn.now, internal=True, name=name, key=key, values=tuple(sorted(known.items())))


def in_group(turn: Turn, case: Case, key: str, **values: str) -> str:
    """The same as all at the desk read it, as HTML."""
    pack = turn.world.packs[case.municipality]
    language = desk_language(turn, pack)
    known = {"reference": case.reference, "name": turn.event.sender.name, **values}
    return texts.say(language, key, **_read(pack, language, known))


def as_read(turn: Turn, case: Case, item: CaseMessage) -> str:
    """What was said in a case, as it is read in this chat: notes of Lots in its language, all else as it was written.

    A note whose text is no more is read as it was kept. Words that were marked to be answered stand before the answer.
    """
    if item.key not in texts.keys(turn.language):
        return turn.plain("desk.quoting", quoted=item.quoted, text=item.text) if item.quoted else item.text
    known = _read(turn.world.packs[case.municipality], turn.language, dict(item.values))
    return texts.plain(turn.language, item.key, **known)


def _read(pack: Pack, language: Language, values: Mapping[str, str]) -> dict[str, object]:
    return {name: _in_words(pack, language, name, value) for name, value in values.items()}


def _in_words(pack: Pack, language: Language, name: str, value: str) -> object:
    if name == "office":
        office = pack.known_office(value)
        return words(office.name, language) if office else value
    if name == FIELDS:
        return [words(field.label, language) for field in pack.fields if field.id in value.split()]
    if name in KEYS:
        return texts.plain(language, value)
    return (date.fromisoformat(value) if value else None) if name in DAYS else value

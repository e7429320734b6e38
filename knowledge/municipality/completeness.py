"""Whether everything around `pack.yaml` speaks of the ids that it holds.

Compares the wordings and the everyday needs with the structure of the pack: words that a language lacks, words that
nothing asks for, names that lead nowhere. What fits inside it is `coherence.py`.
"""

import re
from collections.abc import Iterable, Iterator

from knowledge.language import Language
from knowledge.municipality.coherence import Complaint, office_ids, topic_ids
from knowledge.municipality.shape import FieldShape, PackShape
from knowledge.municipality.wording_shape import NeedShape, WordingShape

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


def wording_ids(pack: PackShape) -> dict[str, set[str]]:
    """Return the ids that every language must have words for, by section of the wording file."""
    return {
        "challenges": {item.id for item in pack.catalogue},
        "topics": topic_ids(pack),
        "offices": office_ids(pack),
        "rules": {rule.id for office in pack.offices for rule in office.rules},
        "roles": set(pack.roles),
        "rounds": {item.id for item in pack.rounds},
        "forms": {item.form.value for item in pack.forms},
        "fields": {item.id for item in pack.fields},
        "examples": {item.id for item in pack.examples},
        "help_lines": {item.id for item in pack.help_lines},
        "goals": {item.value for item in pack.goals},
        "unknown": set(pack.unknown),
        "notes": set(pack.notes),
    }


def wrong_wording(pack: PackShape, wording: WordingShape, language: Language) -> Iterator[Complaint]:
    """Find ids without words in a language, and words that no id asks for."""
    for section, wanted in wording_ids(pack).items():
        given = {str(key) for key in getattr(wording, section)}
        for name in sorted(wanted - given):
            yield (section,), f"no {language.value} wording for {section} `{name}`"
        for name in sorted(given - wanted):
            yield (section, name), f"words for {section} `{name}`, which pack.yaml does not have"
    for item in pack.fields:
        yield from _wrong_options(item, wording, language)


def _wrong_options(item: FieldShape, wording: WordingShape, language: Language) -> Iterator[Complaint]:
    words = wording.fields.get(item.id)
    if words is None:
        return
    for value in item.options:
        if value not in words.options:
            yield ("fields", item.id), f"no {language.value} wording for option `{value}` of `{item.id}`"
    for value in words.options:
        if value not in item.options:
            yield ("fields", item.id, "options", value), f"`{item.id}` has no option `{value}`"


def wrong_needs(pack: PackShape, needs: Iterable[NeedShape]) -> Iterator[Complaint]:
    """Find everyday needs that expect a topic or an office which the pack does not have."""
    topics, offices = topic_ids(pack), office_ids(pack)
    for row, need in enumerate(needs):
        for place, topic in enumerate(need.topics):
            if topic not in topics:
                yield (row, "topics", place), f"no topic `{topic}` in this pack"
        for place, office in enumerate(need.offices):
            if office not in offices:
                yield (row, "offices", place), f"no office `{office}` in this pack"


def shared_words(wording: WordingShape, language: Language) -> Iterator[Complaint]:
    """Find topics that bear the same name or button words, so that nobody could tell them apart."""
    for key in ("name", "short"):
        seen: dict[str, str] = {}
        for topic, words in wording.topics.items():
            said = getattr(words, key).casefold()
            if said in seen:
                yield ("topics", topic), f"`{seen[said]}` and `{topic}` have the same {language.value} {key} `{said}`"
            seen.setdefault(said, topic)


def repeated_needs(needs: Iterable[NeedShape]) -> Iterator[Complaint]:
    """Find everyday needs that stand under two different topics with the same words."""
    seen: dict[str, NeedShape] = {}
    for row, need in enumerate(needs):
        other = seen.setdefault(need.text.casefold(), need)
        if other.topics[:1] != need.topics[:1]:
            yield (row,), f"the same words stand under `{other.topics[0]}` and `{need.topics[0]}`"


def addresses(text: str) -> Iterator[tuple[int, str]]:
    """Find mail addresses: a contact changes hands, so the operator fills it in the settings."""
    for line, words in enumerate(text.splitlines(), start=1):
        for found in _ADDRESS.findall(words) if "@" in words else ():
            yield line, f"`{found}` is a mail address; a pack names roles, contacts belong to the settings"

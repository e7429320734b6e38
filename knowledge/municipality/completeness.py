"""Whether everything around `pack.yaml` speaks of the ids that it holds.

Compares the wordings and the everyday needs with the structure of the pack: words that a language lacks, words that
nothing asks for, names that lead nowhere. What fits inside it is `coherence.py`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from knowledge.language import Language
from knowledge.municipality import canned
from knowledge.municipality.coherence import Complaint, office_ids, topic_ids
from knowledge.municipality.reminder_plan import has_own_words
from knowledge.municipality.shape import FieldShape, PackShape
from knowledge.municipality.wording_shape import NeedShape, WordingShape

# Only where a word begins: from each letter of a long one to its end would take the square of its length.
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+")


def wording_ids(pack: PackShape) -> dict[str, set[str]]:
    """Return the ids that every language must have words for, by section of the wording file."""
    return {
        "challenges": {item.id for item in pack.catalogue},
        "topics": topic_ids(pack),
        "offices": office_ids(pack),
        "rules": {rule.id for office in pack.offices for rule in office.rules},
        "roles": set(pack.roles),
        "other_doors": set(pack.other_doors),
        "rounds": {item.id for item in pack.rounds},
        "forms": {item.form.value for item in pack.forms},
        "fields": {item.id for item in pack.fields},
        "examples": {item.id for item in pack.examples},
        "help_lines": {item.id for item in pack.help_lines},
        "goals": {item.value for item in pack.goals},
        "unknown": set(pack.unknown),
        "notes": set(pack.notes),
        "canned": set(pack.canned),
        "reminders": {row.kind for row in pack.reminders if has_own_words(row)},
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


def wrong_canned(wordings: Mapping[Language, WordingShape]) -> Iterator[tuple[Language, Complaint]]:
    """Find ready-made texts that cannot be filled, and those that tell more in one language than in another."""
    asked: dict[str, frozenset[str]] = {}
    for language, wording in wordings.items():
        for name, words in wording.canned.items():
            path = ("canned", name, "text")
            found = list(canned.faults(words.text))
            yield from ((language, (path, f"`{name}`: {fault}")) for fault in found)
            gaps = frozenset() if found else frozenset(canned.names_in(words.text))
            if not found and asked.setdefault(name, gaps) != gaps:
                others = ", ".join(sorted(asked[name] ^ gaps))
                yield language, (path, f"`{name}` names {others} in one language and not in another")


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


def missing_descriptions(wordings: Mapping[Language, WordingShape]) -> Iterator[tuple[Language, Complaint]]:
    """Find topics that one language describes and another does not; needs in that language are understood worse."""
    every = [item for wording in wordings.values() for item in wording.topics.items()]
    described = {topic for topic, words in every if words.description.strip()}
    for language, wording in wordings.items():
        for topic, words in wording.topics.items():
            if topic in described and not words.description.strip():
                message = f"`{topic}` has no {language.value} description, and one in another language"
                yield language, (("topics", topic), message)


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

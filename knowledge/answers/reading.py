"""The one way in to understanding an answer: what was typed for a field becomes a value, or a reason why not.

Every kind of answer has one reader. Readers never raise on any text and never lose it: what is unclear is
kept as typed by whoever asked.
"""

from collections.abc import Callable, Mapping, Sequence

from knowledge.answers import (
    choices,
    contact,
    counts,
    funding,
    governance,
    money,
    phones,
    pitch,
    plain,
    registers,
    times,
)
from knowledge.answers.choices import prepared
from knowledge.answers.denial import says_unknown
from knowledge.answers.result import Json, Reading, Said, Unclear, cleaned
from knowledge.language import Language
from knowledge.municipality.pack import Field, Pack

READERS: Mapping[str, Callable[[Said], Reading]] = {
    "text": plain.read_text,
    "name": plain.read_name,
    "org-number": registers.read_org_number,
    "register-number": registers.read_register_number,
    "place-year": contact.read_place_year,
    "address": contact.read_address,
    "email": contact.read_email,
    "phone": phones.read_phone,
    "url": contact.read_url,
    "person": contact.read_person,
    "signatories": governance.read_signatories,
    "account": registers.read_account,
    "integer": counts.read_integer,
    "triad": governance.read_triad,
    "staff": counts.read_staff,
    "funding-list": funding.read_funding,
    "language": choices.read_language,
    "ticks": choices.read_ticks,
    "texts": plain.read_texts,
    "measures": plain.read_measures,
    "costs": money.read_costs,
    "period": times.read_period,
    "choice-text": choices.read_choice_text,
    "yearly": money.read_yearly,
    "months": counts.read_months,
    "partners": plain.read_partners,
    "topics": choices.read_topics,
    "goal": choices.read_goal,
    "pitch": pitch.read_pitch,
}
"""Who understands which kind of answer."""


FREE = frozenset(
    {"text", "name", "person", "address", "funding-list", "texts", "measures", "partners", "topics", "goal"}
)
"""The kinds that take any words: there, that somebody does not know yet must not become the answer."""


def read(
    field: Field,
    text: str,
    language: Language,
    *,
    pack: Pack,
    known: Mapping[str, Json],
    year: int,
    so_far: Sequence[Json] = (),
) -> Reading:
    """Understand what was typed for a field.

    `known` are the values of other fields by their ids, and under `topics` those that the need was matched to; `year`
    is the present year; `so_far` are items of this answer that came in messages before. Raise `KeyError` for a kind
    that no reader knows, which `lots check` finds before anybody meets it.
    """
    said = Said(prepared(field, pack), cleaned(text), language, pack, known, year, so_far)
    if not said.text:
        return Unclear("text.empty", {"said": ""})
    if field.kind in FREE and says_unknown(said.text):
        return said.unclear("text.unknown")
    return READERS[field.kind](said)

"""The one way in to understanding an answer: what was typed for a field becomes a value, or a reason why not.

Every kind of answer has one reader. Readers never raise on any text and never lose it: what is unclear is
kept as typed by whoever asked.
"""

from collections.abc import Callable, Mapping, Sequence

from knowledge.answers.kinds.association.account import read_account
from knowledge.answers.kinds.association.org_number import read_org_number
from knowledge.answers.kinds.association.register_number import read_register_number
from knowledge.answers.kinds.association.signatories import read_signatories
from knowledge.answers.kinds.association.triad import read_triad
from knowledge.answers.kinds.chosen.choice_text import read_choice_text
from knowledge.answers.kinds.chosen.goal import read_goal
from knowledge.answers.kinds.chosen.language import read_language
from knowledge.answers.kinds.chosen.ticks import read_ticks
from knowledge.answers.kinds.chosen.topics import read_topics
from knowledge.answers.kinds.contact.address import read_address
from knowledge.answers.kinds.contact.email import read_email
from knowledge.answers.kinds.contact.person import read_person
from knowledge.answers.kinds.contact.phone import read_phone
from knowledge.answers.kinds.contact.place_year import read_place_year
from knowledge.answers.kinds.contact.url import read_url
from knowledge.answers.kinds.counted.integer import read_integer
from knowledge.answers.kinds.counted.months import read_months
from knowledge.answers.kinds.counted.staff import read_staff
from knowledge.answers.kinds.money.costs import read_costs
from knowledge.answers.kinds.money.funding_list import read_funding
from knowledge.answers.kinds.money.yearly import read_yearly
from knowledge.answers.kinds.plan.period import read_period
from knowledge.answers.kinds.plan.pitch import read_pitch
from knowledge.answers.kinds.words.measures import read_measures
from knowledge.answers.kinds.words.name import read_name
from knowledge.answers.kinds.words.partners import read_partners
from knowledge.answers.kinds.words.text import read_text
from knowledge.answers.kinds.words.texts import read_texts
from knowledge.answers.reading.denial import says_unknown
from knowledge.answers.reading.options import prepared
from knowledge.answers.reading.pieces import cleaned
from knowledge.answers.result import Json, Reading, Typed, Unclear
from knowledge.language import Language
from knowledge.municipality.pack import Field, Pack

READERS: Mapping[str, Callable[[Typed], Reading]] = {
    "text": read_text,
    "name": read_name,
    "org-number": read_org_number,
    "register-number": read_register_number,
    "place-year": read_place_year,
    "address": read_address,
    "email": read_email,
    "phone": read_phone,
    "url": read_url,
    "person": read_person,
    "signatories": read_signatories,
    "account": read_account,
    "integer": read_integer,
    "triad": read_triad,
    "staff": read_staff,
    "funding-list": read_funding,
    "language": read_language,
    "ticks": read_ticks,
    "texts": read_texts,
    "measures": read_measures,
    "costs": read_costs,
    "period": read_period,
    "choice-text": read_choice_text,
    "yearly": read_yearly,
    "months": read_months,
    "partners": read_partners,
    "topics": read_topics,
    "goal": read_goal,
    "pitch": read_pitch,
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
    said = Typed(prepared(field, pack), cleaned(text), language, pack, known, year, so_far)
    if not said.text:
        return Unclear("text.empty", {"said": ""})
    if field.kind in FREE and says_unknown(said.text):
        return said.unclear("text.unknown")
    return READERS[field.kind](said)

"""The register of the kinds of answer: the only place that lists them.

Whoever has a field asks here for its kind. A new kind is a module under `kinds/` and a line here.
"""

from collections.abc import Mapping

from knowledge.answers.kind import Kind
from knowledge.answers.kinds.association.account import ACCOUNT
from knowledge.answers.kinds.association.org_number import ORG_NUMBER
from knowledge.answers.kinds.association.register_number import REGISTER_NUMBER
from knowledge.answers.kinds.association.signatories import SIGNATORIES
from knowledge.answers.kinds.association.triad import TRIAD
from knowledge.answers.kinds.attached.files import FILE
from knowledge.answers.kinds.chosen.choice_text import CHOICE_TEXT
from knowledge.answers.kinds.chosen.goal import GOAL
from knowledge.answers.kinds.chosen.language import LANGUAGE
from knowledge.answers.kinds.chosen.ticks import TICKS
from knowledge.answers.kinds.chosen.topics import TOPICS
from knowledge.answers.kinds.contact.address import ADDRESS
from knowledge.answers.kinds.contact.email import EMAIL
from knowledge.answers.kinds.contact.person import PERSON
from knowledge.answers.kinds.contact.phone import PHONE
from knowledge.answers.kinds.contact.place_year import PLACE_YEAR
from knowledge.answers.kinds.contact.url import URL
from knowledge.answers.kinds.counted.integer import INTEGER
from knowledge.answers.kinds.counted.months import MONTHS
from knowledge.answers.kinds.counted.staff import STAFF
from knowledge.answers.kinds.money.costs import COSTS
from knowledge.answers.kinds.money.funding_list import FUNDING_LIST
from knowledge.answers.kinds.money.yearly import YEARLY
from knowledge.answers.kinds.plan.day import DAY
from knowledge.answers.kinds.plan.implementations import IMPLEMENTATIONS
from knowledge.answers.kinds.plan.period import PERIOD
from knowledge.answers.kinds.plan.pitch import PITCH
from knowledge.answers.kinds.words.measures import MEASURES
from knowledge.answers.kinds.words.name import NAME
from knowledge.answers.kinds.words.partners import PARTNERS
from knowledge.answers.kinds.words.text import TEXT
from knowledge.answers.kinds.words.texts import TEXTS
from knowledge.municipality.pack import Field

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        *(TEXT, NAME, TEXTS, MEASURES, PARTNERS),
        FILE,
        *(TICKS, TOPICS, GOAL, LANGUAGE, CHOICE_TEXT),
        *(COSTS, YEARLY, FUNDING_LIST),
        *(INTEGER, MONTHS, STAFF),
        *(PERIOD, PITCH, DAY, IMPLEMENTATIONS),
        *(PLACE_YEAR, ADDRESS, EMAIL, PHONE, URL, PERSON),
        *(ORG_NUMBER, REGISTER_NUMBER, ACCOUNT, TRIAD, SIGNATORIES),
    )
}
"""Every kind by the name that packs call it."""


def kind_of(field: Field) -> Kind:
    """Return the kind of a field. Raise `KeyError` for one that is not registered; no pack is loaded with such."""
    return KINDS[field.kind]

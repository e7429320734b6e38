"""What answers tell: the pack says what a field means, and here stands as which kind of answer that is read.

A pack may change the kind of a field while answers of the old kind lie in drafts. An answer that is not of the kind
that its meaning wants tells nothing; it is still shown and printed as any other.
"""

from collections.abc import Mapping

from knowledge.answers.kind import Kind
from knowledge.answers.kinds.association.org_number import ORG_NUMBER
from knowledge.answers.kinds.association.triad import TRIAD
from knowledge.answers.kinds.chosen.topics import TOPICS
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
from knowledge.answers.register import kind_of
from knowledge.answers.result import Given, Json
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field, Pack

READ_AS: Mapping[Meaning, tuple[Kind, ...]] = {
    Meaning.TITLE: (TEXT, NAME),
    Meaning.NEED: (TEXT,),
    Meaning.TOPICS: (TOPICS,),
    Meaning.GOALS: (TEXTS,),
    Meaning.MEASURES: (MEASURES,),
    Meaning.COSTS: (COSTS,),
    Meaning.PERIOD: (PERIOD,),
    Meaning.ASKED_SUM: (YEARLY,),
    Meaning.ASKED_MONTHS: (MONTHS,),
    Meaning.OTHER_FUNDING: (FUNDING_LIST,),
    Meaning.PARTNERS: (PARTNERS,),
    Meaning.PITCH: (PITCH,),
    Meaning.ASSOCIATION_NAME: (NAME, TEXT),
    Meaning.ORGANISATION_NUMBER: (ORG_NUMBER,),
    Meaning.GOVERNANCE: (TRIAD,),
    Meaning.ACTIVITY: (TEXT,),
    Meaning.STAFF: (STAFF,),
    Meaning.OWN_FUNDING: (FUNDING_LIST,),
    Meaning.AGREEMENT_TERM: (PERIOD,),
    Meaning.YEARLY_DISCUSSION: (DAY,),
    Meaning.REPORT_DAY: (DAY,),
    Meaning.IMPLEMENTATIONS: (IMPLEMENTATIONS,),
}
"""The kinds that a field of a meaning may have; their values are alike. Of the others it counts that they are told."""
NEEDED = (Meaning.ASSOCIATION_NAME, Meaning.TITLE, Meaning.NEED)
"""What every pack must ask: without it nobody could say whose idea is sent, what it is called, or why it is wanted."""


def meant(pack: Pack, values: Mapping[str, Json], meaning: Meaning) -> Json:
    """Return the understood value that tells something, None if there is none that can be read so."""
    field = pack.field_that_means(meaning)
    value = values.get(field.id) if field is not None else None
    return value if value is not None and READ_AS[meaning][0].fits(value) else None


def is_read_as_meant(field: Field) -> bool:
    """Tell whether a field is of a kind that its meaning is read from."""
    return field.means is not None and kind_of(field) in READ_AS.get(field.means, ())


def country_of(pack: Pack, answers: Mapping[str, Given]) -> str:
    """Return the country that an association is registered in: as its number tells, else the municipality's."""
    field = pack.field_that_means(Meaning.ORGANISATION_NUMBER)
    answer = answers.get(field.id) if field is not None else None
    told = answer is not None and answer.state == "given" and ORG_NUMBER.fits(answer.value)
    return str(answer.value["country"]) if answer is not None and told else pack.country

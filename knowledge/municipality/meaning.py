"""What the answer to a field tells, where it stands (in the task list, in an agreement's outline), as which files."""

from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """What the answer to a field tells, where Lots does more with it than to ask, show and print it.

    A pack says which of its fields means what. Fields that mean nothing here are as good as any others.
    """

    TITLE = "title"
    """What the idea is called."""
    NEED = "need"
    """The need in the association's own words."""
    PLAN = "plan"
    """What the association wants to do."""
    TOPICS = "topics"
    """What of the catalogue it is about."""
    GOALS = "goals"
    MEASURES = "measures"
    """How each goal is measured."""
    COSTS = "costs"
    """What a year costs."""
    PERIOD = "period"
    """When it begins and ends."""
    ASKED_SUM = "asked-sum"
    """What the municipality is asked for each year."""
    ASKED_MONTHS = "asked-months"
    """For how long the municipality is asked."""
    OTHER_FUNDING = "other-funding"
    """Money for the idea from others."""
    PARTNERS = "partners"
    """Who does it together with the association."""
    MUNICIPALITY_BRINGS = "municipality-brings"
    ASSOCIATION_BRINGS = "association-brings"
    MUNICIPALITY_GOAL = "municipality-goal"
    """Which goal of the municipality it serves."""
    PITCH = "pitch"
    ASSOCIATION_NAME = "association-name"
    ORGANISATION_NUMBER = "organisation-number"
    """It also tells the country that the association is registered in."""
    CONTACT_PERSON = "contact-person"
    GOVERNANCE = "governance"
    """Whether there are rules, a board and an auditor."""
    ACTIVITY = "activity"
    """What the association does."""
    STAFF = "staff"
    OWN_FUNDING = "own-funding"
    """Money of the association's own."""
    AGREEMENT_TERM = "agreement-term"
    """From when to when an agreement holds."""
    YEARLY_DISCUSSION = "yearly-discussion"
    """The day of the first yearly discussion of an agreement (V25)."""
    REPORT_DAY = "report-day"
    """The day by which the first yearly report is due (V25)."""
    IMPLEMENTATIONS = "implementations"
    """The implementation agreements under a framework, one goal each (S3)."""


class Part(StrEnum):
    """Which part of the task list a field stands in. Each may be filled by itself, in any order."""

    IDEA = "idea"
    PLAN = "plan"
    """Goals, how they are measured, when it is done and by whom."""
    MONEY = "money"
    TOGETHER = "together"
    """Who takes part, and what each side brings."""
    PITCH = "pitch"
    ASSOCIATION = "association"
    CONTACT = "contact"
    GOVERNANCE = "governance"
    """Who decides and signs, and the association's own money."""


class FileType(StrEnum):
    """The types of files that a question may take."""

    PDF = "pdf"
    WORD = "word"
    EXCEL = "excel"
    OPEN_DOCUMENT = "opendocument"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class FilesWanted:
    """Which files a question takes: of which types, and how large each may be. How many, its limits say."""

    types: tuple[FileType, ...]
    megabytes: int


MOST_MEGABYTES = 20
"""Bot API, getFile: so much of a file can a bot fetch; a larger one would be missing in archive and mail."""
MOST_FILES = 10
"""How many files one question may take: as many as Telegram sends together (Bot API, sendMediaGroup)."""
MOST_TOGETHER = 40
"""In megabytes, all files of a proposal: with the papers they must fit in one file that a bot may send (50 MB)."""


class Heading(StrEnum):
    """The headings of an agreement's outline, in their order (V20 to V27, S3; its basis is the municipality's page)."""

    PARTIES = "parties"
    BACKGROUND = "background"
    """The need, the strategy it serves, and the priorities made from both (V21)."""
    TRUST = "trust"
    """The shared interest, what each party promises (V22), the principles of the cooperation (G4)."""
    GOALS = "goals"
    METHOD = "method"
    RESOURCES = "resources"
    """Money and all else that the parties bring, by year (V25, O7)."""
    ORGANISATION = "organisation"
    """Steering group, working group (V26), reference group (G12)."""
    FOLLOW_UP = "follow-up"
    """Reporting and the yearly discussion (V25), the municipality's welfare report (S4)."""
    INFORMATION = "information"
    """Information, joint events and training (V26)."""
    PUBLICITY = "publicity"
    """Personal data, and what anybody may read."""
    SURPLUS = "surplus"
    """What is repaid when the cooperation ends (O8)."""
    TERM = "term"
    """From when to when, notice, and the implementation agreements under a framework (S3)."""
    CHANGES = "changes"
    LIMITS = "limits"
    """What the agreement is not: no statutory task, no purchase, no clients that the municipality assigns (V23)."""
    SIGNATURES = "signatures"


FRAMEWORK = frozenset(
    {Heading.PARTIES, Heading.BACKGROUND, Heading.TRUST}
    | {Heading.ORGANISATION, Heading.FOLLOW_UP, Heading.INFORMATION, Heading.TERM}
)
"""What a framework agreement holds; the others belong to the implementation agreements under it (S3)."""

"""What the answer to a field of a proposal tells, and where it stands in the task list, in the words of a pack."""

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
    """Who takes part, each with a role."""
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

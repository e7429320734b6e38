"""What the names in a ready-made text stand for in one case, in the language of its association."""

from datetime import datetime

from dialogs import texts
from dialogs.cards.card import who_asks
from dialogs.conversation import statements
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from knowledge.language import Language, words
from knowledge.municipality.pack import Round


def known(turn: Turn, case: Case, language: Language) -> dict[str, str]:
    """What a case and its municipality tell, by name; what they do not tell is missing."""
    pack = turn.world.packs[case.municipality]
    offices = (words(office.name, language) for office in pack.offices if office.id in case.need.offices)
    values = {
        "reference": case.reference,
        "title": case.title,
        "who": who_asks(case),
        "deadline": _last_day(turn, case, language),
        "office": ", ".join(offices),
        "navigator": turn.event.sender.name,
        "municipality": words(pack.name, language),
        "promised": _promised(case, language),
    }
    return {name: value for name, value in values.items() if value}


def round_of(turn: Turn, case: Case) -> Round | None:
    """The round that a case is in; of an idea that was sent without a proposal the one that is open, or the last."""
    pack = turn.world.packs[case.municipality]
    return pack.round(case.round) or pack.open_round(turn.now) or pack.last_round()


def round_is_over(turn: Turn, case: Case) -> bool:
    """Whether the last day of a case's round is known, and has passed."""
    around = round_of(turn, case)
    return around is not None and around.deadline < turn.now


def _last_day(turn: Turn, case: Case, language: Language) -> str:
    around = round_of(turn, case)
    return texts.plain(language, "canned.last_day", at=_local(turn, case, around.deadline)) if around else ""


def _local(turn: Turn, case: Case, moment: datetime) -> datetime:
    return moment.astimezone(turn.world.packs[case.municipality].zone)


def _promised(case: Case, language: Language) -> str:
    by = statements.waited_for(case)
    return texts.plain(language, "canned.promised_day", by=by) if by else ""

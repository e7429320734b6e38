"""Who stands in while a navigator is away, in the words of a card or a notice.

A notice calls whom it is for: Telegram tells somebody who is named with a link even where the group is silenced. A card
names people without, for it changes with every act.
"""

from markupsafe import Markup

from dialogs import texts
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.staff.desk import Desk, Navigator
from knowledge.language import Language


def called(user: int, name: str) -> Markup:
    """Return a name that tells whose it is that they are meant, as HTML; nobody's is but a name."""
    return Markup('<a href="tg://user?id={}">{}</a>').format(user, name) if user > 0 else Markup("{}").format(name)


def who_acts(turn: Turn, case: Case) -> Markup:
    """Return who is to see to a case, called: its owner, or the deputy; empty where that is everybody."""
    desk, today = turn.people_at(case.municipality), turn.now.astimezone(turn.pack_of(case).zone).date()
    if not case.owner or desk.absence(case.owner, today) is None:
        return called(case.owner, case.owner_name)
    deputy = desk.stand_in(case.owner, today)
    return called(deputy.user, deputy.name) if deputy else Markup("")


def of_owner(turn: Turn, case: Case, language: Language, *, calls: bool = False) -> str:
    """Say until when the owner of a case is away and who stands in; empty while they are there. Plain text, or with
    `calls` HTML that calls the deputy.
    """
    desk, today = turn.people_at(case.municipality), turn.now.astimezone(turn.pack_of(case).zone).date()
    owner = desk.navigator(case.owner) if case.owner and desk.absence(case.owner, today) else None
    return said_of(turn, desk, owner, language, calls=calls) if owner else ""


def of_desk(turn: Turn, municipality: str, language: Language) -> str:
    """Say who at a desk is away and who stands in, for a case that nobody has; empty if all are there. Plain text."""
    desk = turn.people_at(municipality)
    today = turn.now.astimezone(turn.world.packs[municipality].zone).date()
    return " ".join(said_of(turn, desk, item, language) for item in desk.away(today))


def in_brief(turn: Turn, case: Case, language: Language) -> str:
    """The same of an owner in a few words, for a row of a list."""
    desk, today = turn.people_at(case.municipality), turn.now.astimezone(turn.pack_of(case).zone).date()
    if not case.owner or desk.absence(case.owner, today) is None:
        return ""
    deputy = desk.stand_in(case.owner, today)
    return texts.plain(language, "rhythm.away_short", deputy=deputy.name if deputy else "")


def said_of(turn: Turn, desk: Desk, navigator: Navigator, language: Language, *, calls: bool = False) -> str:
    """Say until when a navigator is away and who stands in. Plain text, or with `calls` HTML that calls the deputy."""
    if navigator.absence is None:
        return ""
    today = turn.now.astimezone(turn.world.packs[desk.municipality].zone).date()
    day = max(today, navigator.absence.first_day)
    deputy = desk.stand_in(navigator.user, day)
    days = {"first": day if day > today else None, "last": navigator.absence.last_day}
    if calls:
        who = called(deputy.user, deputy.name) if deputy else ""
        # What `say` returns is HTML already, with every value escaped.
        return Markup(texts.say(language, "rhythm.stands_in", name=navigator.name, **days, deputy=who))  # noqa: S704
    who = deputy.name if deputy else ""
    return texts.plain(language, "rhythm.stands_in", name=navigator.name, **days, deputy=who)

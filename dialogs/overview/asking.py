"""What a navigator asks for of all cases: said in words or with a year, made when its turn comes.

Only the order is written here. Who may ask is decided before (`dialogs/desk/group.py`), and an order names the
municipality of the group it was asked in.
"""

from collections.abc import Mapping

from dialogs.cards import access
from dialogs.conversation.effects import Order, SendOrder, Wanted
from dialogs.conversation.replies import Offer, Receipt, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, Verb, Words
from dialogs.overview import period
from dialogs.overview.period import Period
from dialogs.records.for_a_time.access import EXPORT as EXPORTED

OVERVIEW = "overview.show"
"""The verb that shows the overview of another year."""
EXPORT, NO_EXPORT = "overview.export", "overview.no_export"
"""The verbs that send the tables, which hold personal data, and that do not."""


def overview(turn: Turn, year: str = "") -> Outcome:
    """Send the overview of a year as a picture, with the buttons to the years beside it."""
    asked = period.named(year, turn.local.date())
    if asked is None:
        return Outcome(turn.session, (Reply(turn.say("overview.which_year")),))
    offers = _other_years(turn, asked)
    session = turn.session if turn.meaning is Words.ANSWER else turn.session.but(offers=offers)
    return Outcome(session, effects=(_order(turn, Wanted.OVERVIEW, asked, offers),))


def report(turn: Turn, year: str = "") -> Outcome:
    """Send the yearly report of a year: a table, and a page in each language of the municipality."""
    return _of_year(turn, Wanted.REPORT, year)


def gaps(turn: Turn, year: str = "") -> Outcome:
    """Send what is missing in a year: needs without an owner, a challenge or an answer, and what was corrected."""
    return _of_year(turn, Wanted.GAPS, year)


def export(turn: Turn, year: str = "") -> Outcome:
    """Ask whether the tables are to be sent: they hold personal data, and the whole group sees them."""
    asked = period.named(year, turn.local.date()) if year.strip() else None
    if asked is None and year.strip():
        return Outcome(turn.session, (Reply(turn.say("overview.which_year")),))
    wanted = asked.year if asked is not None else 0
    offers = (turn.offer("overview.send_files", EXPORT, str(wanted)), turn.offer("common.cancel", NO_EXPORT))
    text = turn.say("overview.ask_export", name=turn.event.sender.name, year=wanted)
    return turn.ask(text, offers)


def send_export(turn: Turn, year: str) -> Outcome:
    """Send the tables of a year, or of all there is."""
    wanted = int(year) if year.isdecimal() else 0
    order = _order(turn, Wanted.EXPORT, Period(wanted, turn.local.date()))
    return Outcome(turn.session.but(offers=()), effects=(order, *access.noted_of_all(turn, EXPORTED)))


def send_nothing(turn: Turn, _argument: str = "") -> Outcome:
    """Leave it at that."""
    return turn.tell(turn.say("overview.nothing_sent"), offers=())


def _of_year(turn: Turn, wanted: Wanted, year: str) -> Outcome:
    asked = period.named(year, turn.local.date())
    if asked is None:
        return Outcome(turn.session, (Reply(turn.say("overview.which_year")),))
    return Outcome(turn.session, effects=(_order(turn, wanted, asked),))


def _order(turn: Turn, wanted: Wanted, asked: Period, offers: tuple[Offer, ...] = ()) -> SendOrder:
    sender = turn.event.sender
    order = Order(wanted, sender.staff, turn.language.value, asked.year, asked.today.isoformat())
    unsent, in_doubt = turn.say("overview.unsent"), turn.say("overview.in_doubt")
    receipt = Receipt(
        sender.chat, delivered="", refused=unsent, doubtful=in_doubt, once=f"order:{turn.snapshot.new_id}"
    )
    return SendOrder(order, sender.chat, sender.thread, offers, receipt)


def _other_years(turn: Turn, asked: Period) -> tuple[Offer, ...]:
    """The buttons to the year before, and back to the present one."""
    years = [asked.year - 1, *(() if asked.is_present else (asked.today.year,))]
    ago = {year: asked.today.year - year for year in years}
    return tuple(turn.offer("overview.year", OVERVIEW, str(year), year=year, ago=ago[year]) for year in ago)


WITHOUT_NAMES: Mapping[str, Verb] = {
    **dict.fromkeys(("overview", "oversikt", "yleiskuva"), overview),
    **dict.fromkeys(("report", "rapport", "raportti"), report),
    **dict.fromkeys(("gaps", "luckor", "puutteet"), gaps),
}
"""The commands of which nothing comes but numbers and references, in each language as Telegram lets them be written."""
COMMANDS: Mapping[str, Verb] = {**WITHOUT_NAMES, **dict.fromkeys(("export", "exportera", "taulukko"), export)}

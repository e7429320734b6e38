"""Which year is looked at: the present one unless another is named, in figures or in words."""

from dataclasses import dataclass
from datetime import date

from dialogs import texts
from dialogs.conversation.typed import simplified

MONTHS = 12
"""How many months are shown side by side: a year, so that each month has the season's like beside it."""
EARLIEST = 2000
"""The first year that can be asked for: nobody had this bot before."""


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar year, as far as it has come on a day."""

    year: int
    today: date

    @property
    def first(self) -> date:
        """The first day that counts."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day that counts: today in the present year."""
        return min(date(self.year, 12, 31), self.today)

    @property
    def is_present(self) -> bool:
        """Whether the year is not over."""
        return self.year == self.today.year

    @property
    def months(self) -> tuple[date, ...]:
        """The first days of twelve months: those of the year, or the last ones where it is not over."""
        end = self.year * MONTHS + (self.today.month if self.is_present else MONTHS)
        return tuple(
            date((month - 1) // MONTHS, (month - 1) % MONTHS + 1, 1) for month in range(end - MONTHS + 1, end + 1)
        )

    def holds(self, day: date | None) -> bool:
        """Tell whether a day counts. One that is not known does not."""
        return day is not None and self.first <= day <= self.last


def named(text: str, today: date) -> Period | None:
    """Return the year that words ask for, the present one for no words; None if they name none that has begun."""
    said = simplified(text)
    if not said or said in texts.listed("overview.this_year_words"):
        return Period(today.year, today)
    if said in texts.listed("overview.last_year_words"):
        return Period(today.year - 1, today)
    known = said.isdecimal() and len(said) == len(str(EARLIEST)) and EARLIEST <= int(said) <= today.year
    return Period(int(said), today) if known else None

"""When the letter with both papers went, as a proposal knows it."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.records.letters.letter import About, Letter
from dialogs.records.letters.mailing import Fate, Mailing
from dialogs.records.proposal import Proposal

ASKED = datetime(2023, 9, 1, 6, tzinfo=UTC)
TAKEN = ASKED + timedelta(minutes=2)
LETTER = Letter("registrator@stad.example", "Förslag", "Hej", "Byalaget rf_e-post", "sv")


def mailing(fate: Fate, about: About = About.FIRST, at: datetime | None = TAKEN) -> Mailing:
    return Mailing("m1", LETTER.but(about=about), ASKED, fate, at)


@pytest.mark.parametrize(
    ("mailings", "went"),
    [
        ((), None),
        ((mailing(Fate.ACCEPTED),), TAKEN),
        ((mailing(Fate.UNKNOWN, at=None),), ASKED),
        ((mailing(Fate.WAITING, at=None),), None),
        ((mailing(Fate.ACCEPTED), mailing(Fate.BOUNCED)), None),
        ((mailing(Fate.ACCEPTED), mailing(Fate.ACCEPTED, About.WITHDRAWN)), None),
    ],
)
def test_the_newest_letter_with_papers_tells_when_they_went(
    mailings: tuple[Mailing, ...], went: datetime | None
) -> None:
    assert Proposal("p1", 101, "vasa", "2023", "sv", mailings=mailings).mailed_at == went

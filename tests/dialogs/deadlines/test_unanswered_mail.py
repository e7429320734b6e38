"""Two working days after Lots mailed both papers somebody asks whether they arrived, unless something came back."""

from dataclasses import replace

import pytest

from dialogs.deadlines import ladder
from dialogs.proposal.mail import news
from dialogs.records.letters.letter import About, Letter
from dialogs.records.letters.mailing import Fate, Mailing, MailNews
from tests.dialogs.deadlines.test_ladder import VASA, a_draft, kinds, labels
from tests.dialogs.proposal.mail.test_reach import mailed, sending
from tests.stages.in_memory import as_plain
from tests.stages.outage import Outage, here

FRIDAY = here(VASA, "2026-10-16T12:00")
TUESDAY = here(VASA, "2026-10-20T09:00")
LETTER = Letter(
    "registrator@stad.example", "Förslag", "Hej", "Byalaget rf_e-post", "sv", reply_to="info@byalaget.example"
)


def with_letter(fate: Fate, about: About = About.FIRST) -> Outage:
    """A draft whose letter went on a Friday."""
    stage = a_draft()
    stage.now = FRIDAY
    stage.keep(stage.proposals["p1"].but(mailings=(Mailing("m1", LETTER.but(about=about), FRIDAY, fate, FRIDAY),)))
    return stage


@pytest.mark.parametrize("fate", [Fate.ACCEPTED, Fate.DELIVERED, Fate.UNKNOWN])
def test_who_heard_nothing_for_two_working_days_is_asked_once(fate: Fate) -> None:
    stage = with_letter(fate)
    [reply] = stage.wake(TUESDAY).replies
    went = 'Brevet om "Utan namn" gick i väg fredag 16 oktober kl. 12.00.'
    assert as_plain(reply.text).split("\n")[:2] == [
        f"{went} Inget har kommit tillbaka: varken en bekräftelse eller brevet självt.",
        "Har registratorn bekräftat till er? Om inte, ring och fråga om båda dokumenten har kommit fram.",
    ]
    assert labels(reply) == ["Ja, bekräftelsen har kommit", "Inte än", "Inga fler påminnelser"]
    assert "mail-2wd" not in kinds(stage.wake(here(VASA, "2026-10-20T15:00")))


@pytest.mark.parametrize(
    ("fate", "about"),
    [
        (Fate.WAITING, About.FIRST),
        (Fate.REFUSED, About.FIRST),
        (Fate.BOUNCED, About.FIRST),
        (Fate.ACCEPTED, About.WITHDRAWN),
    ],
)
def test_what_never_went_came_back_or_carries_no_papers_asks_nothing(fate: Fate, about: About) -> None:
    assert "mail-2wd" not in kinds(with_letter(fate, about).wake(TUESDAY))


def test_after_a_bounce_or_a_confirmation_nothing_is_asked_any_more() -> None:
    bounced = with_letter(Fate.ACCEPTED)
    [letter] = bounced.proposals["p1"].mailings
    bounced.proposals["p1"] = bounced.proposals["p1"].but(mailings=(letter.but(fate=Fate.BOUNCED),))
    confirmed = with_letter(Fate.ACCEPTED)
    confirmed.proposals["p1"] = confirmed.proposals["p1"].but(receipt_at=FRIDAY)
    assert [stage.wake(TUESDAY).replies for stage in (bounced, confirmed)] == [(), ()]


@pytest.mark.parametrize(("fate", "asks"), [(Fate.ACCEPTED, True), (Fate.REFUSED, False)])
def test_the_question_is_planned_when_it_is_known_that_the_letter_went(fate: Fate, asks: bool) -> None:
    turn = sending(mailed(Fate.WAITING))
    outcome = news.told(turn, MailNews("m1", "p1", fate, turn.now))
    planned = [item.kind for effect in outcome.effects for item in getattr(effect, "reminders", ())]
    assert ("mail-2wd" in planned) is asks


def test_a_round_without_a_letter_has_no_such_question() -> None:
    assert "mail-2wd" not in {one.rung.kind for one in ladder.planned_in(VASA, VASA.rounds[0])}
    assert "mail-2wd" in {rung.kind for rung in replace(VASA).reminders}

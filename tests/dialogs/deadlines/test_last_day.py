"""How the last day is told: its hour, the day before it, and a registrar that has closed."""

from dialogs.deadlines.verdict import Verdict
from tests.dialogs.deadlines.test_ladder import BEGUN, EASTER, VASA, a_draft, kinds
from tests.stages.in_memory import as_plain
from tests.stages.outage import a_town, an_outage, here


def test_the_last_word_before_a_holiday_says_the_real_day_and_that_the_registrar_is_closed() -> None:
    stage = an_outage(BEGUN, EASTER)
    stage.draft("p1", "vasa")
    stage.wake(here(EASTER, "2027-03-24T09:00"))
    for moment in ("2027-03-25T09:00", "2027-03-25T12:45"):
        (reply,) = stage.wake(here(EASTER, moment)).replies
        assert '"Utan namn" ska vara hos registratorn måndag 29 mars kl. 15.45 (Vasatid).' in as_plain(reply.text)
        assert "Registratorn har stängt då, så skicka i dag." in as_plain(reply.text)
    assert stage.wake(here(EASTER, "2027-03-29T20:00")).replies == ()


def test_a_weekend_waits_for_monday_unless_the_last_day_is_before_it() -> None:
    stage = a_draft(a_town("vasa", "2026-10-30T15:45"))  # a week before it is a Friday
    saturday = stage.wake(here(VASA, "2026-10-24T10:00"))
    assert (kinds(saturday)["draft-5wd"], saturday.replies) == (Verdict.WAIT, ())
    assert stage.next_reminder() == here(VASA, "2026-10-26T08:00")
    sunday = a_draft(a_town("vasa", "2026-11-01T18:00"))
    (reply,) = sunday.wake(here(VASA, "2026-10-31T10:00")).replies
    assert '"Utan namn" ska vara hos registratorn i morgon söndag 1 november kl. 18.00' in as_plain(reply.text)

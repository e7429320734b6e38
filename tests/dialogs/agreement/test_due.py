"""What is said when an agreement's reminders are due, and what is not said any more."""

from dataclasses import replace

import pytest

from dialogs.agreement.due import due, parted
from dialogs.agreement.ladder import planned
from dialogs.conversation.effects import PostponeReminders, SettleReminders
from dialogs.conversation.session import Outcome
from dialogs.records.case import Case
from dialogs.records.reminder import Reminder
from tests.dialogs.agreement.decided import ANNA, DISCUSSION, PARTS, TERM, at_desk, at_home, due_turn, opened
from tests.stages.in_memory import STAFF, at

CASE = opened(KM04=TERM, KM05=DISCUSSION)


def rung(case: Case, kind: str, chat: int = 101) -> Reminder:
    """The first reminder of a kind that waits for a chat."""
    return next(one for one in planned(at_desk(case), case).reminders if one.kind == kind and one.chat == chat)


def said(case: Case, now: str, *reminders: Reminder, desk: bool = False, muted: tuple[str, ...] = ()) -> Outcome:
    turn = at_desk(case) if desk else at_home(case, ANNA.but(muted=muted))
    return due(replace(due_turn(turn, *reminders), now=at(now)), reminders)


def test_the_association_hears_of_its_discussion_with_a_way_to_stop() -> None:
    [shown] = said(CASE, "2024-09-13T06:00", rung(CASE, "agreement-discussion-30d")).replies
    assert shown.text == (
        '"Onsdagsköket": partnerskapsdiskussion tisdag 15 oktober. Det är 32 dagar kvar. '
        "Se efter hur målen har nåtts, och om syftet har ändrats.\n\n"
        'Skriv "Inga fler påminnelser" om ni vill slippa dem.'
    )
    assert [f"{offer.action.verb} {offer.action.argument}" for offer in shown.offers] == [
        "agreement K7WM4",
        "mute agreement",
    ]


def test_an_end_can_be_answered_with_the_wish_to_go_on() -> None:
    [shown] = said(CASE, "2025-07-04T06:00", rung(CASE, "agreement-end-180d")).replies
    assert '"Onsdagsköket": avtalet slutar onsdag 31 december 2025. Det är 180 dagar kvar.' in shown.text
    assert [offer.label for offer in shown.offers] == ["Visa skede 2, K7WM4", "Vi vill fortsätta", "Inget om avtalet"]


def test_the_desk_hears_the_same_under_the_card_of_its_case() -> None:
    case = opened(KM07=PARTS)
    [shown] = said(case, "2024-07-04T06:00", rung(case, "agreement-part_end-180d", STAFF), desk=True).replies
    assert shown.text == (
        "K7WM4 (Onsdagsköket): genomförandeavtal som slutar tisdag 31 december 2024, om 180 dagar: Köket."
    )
    assert (shown.about, shown.under_card, [offer.label for offer in shown.offers]) == ("K7WM4", True, ["Skede 2"])


def test_several_are_one_message_and_of_one_day_only_the_last() -> None:
    both = (rung(CASE, "agreement-discussion-30d"), rung(CASE, "agreement-discussion-7d"))
    outcome = said(CASE, "2024-10-08T06:00", *both)
    [shown] = outcome.replies
    assert shown.text.count("Onsdagsköket") == 1
    assert outcome.effects == (SettleReminders({both[0].key: "far_too_late", both[1].key: "say"}),)


def test_at_night_they_wait_for_the_morning() -> None:
    waiting = rung(CASE, "agreement-discussion-7d")
    late = said(CASE, "2024-10-08T20:00", waiting)
    waits, settled = late.effects
    assert settled == SettleReminders({waiting.key: "wait"})
    assert isinstance(waits, PostponeReminders)
    assert ([one.due for one in waits.reminders], late.replies) == ([at("2024-10-09T05:00")], ())


@pytest.mark.parametrize(
    ("case", "now", "muted", "why"),
    [
        (opened(KM04=TERM), "2024-10-08T06:00", (), "gone"),
        (CASE, "2024-10-16T06:00", (), "gone"),
        (CASE, "2024-10-11T06:00", (), "far_too_late"),
        (CASE, "2024-10-08T06:00", ("agreement",), "muted"),
        (CASE.but(municipality="gone"), "2024-10-08T06:00", (), "gone"),
        (CASE.but(reference="P3QX9"), "2024-10-08T06:00", (), "gone"),
    ],
    ids=["moved", "over", "far too late", "muted", "gone", "another"],
)
def test_what_is_no_more_true_or_wanted_is_not_said(case: Case, now: str, muted: tuple[str, ...], why: str) -> None:
    waiting = rung(CASE, "agreement-discussion-7d")
    outcome = said(case, now, waiting, muted=muted)
    assert (outcome.replies, outcome.effects) == ((), (SettleReminders({waiting.key: why}),))


def test_they_are_told_from_all_other_reminders() -> None:
    own, other = rung(CASE, "agreement-end-60d"), rung(CASE, "agreement-end-60d").but(kind="draft-5wd", key="other")
    assert parted((own, other)) == ((own,), (other,))

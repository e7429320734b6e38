"""A group that can be reached again sees each open case once, with its age; its associations hear that it is seen."""

import pytest

from dialogs.cards.card import card
from dialogs.cards.catching_up import PAUSE, caught_up
from dialogs.conversation.effects import PlanReminders, SaveCase
from dialogs.conversation.replies import Receipt
from dialogs.conversation.session import Outcome, Session, Unseen
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.need import Need
from tests.stages.in_memory import STAFF, at
from tests.stages.standing import standing

OPENED = at("2023-08-24T06:00")
CASE = Case("K7WM4", "vasa", 101, "fi", "Köket", Need(), (), opened_at=OPENED, answer_by="2023-08-31")
DESK = Session(STAFF, 201, "sv", "vasa")


def turn(**unseen: object) -> Turn:
    stood = standing(DESK, staff="vasa")
    return stood._with(snapshot=stood.snapshot.but(unseen=Unseen(**unseen)))  # type: ignore[arg-type]


def after(**unseen: object) -> Outcome:
    return caught_up(turn(**unseen), Outcome(DESK))


def test_a_group_that_has_seen_everything_is_told_nothing() -> None:
    assert after() == Outcome(DESK)


def test_a_card_that_nobody_saw_says_how_old_it_is_and_its_association_hears_when_it_has_arrived() -> None:
    introduction, shown = after(cards=(CASE,), new=("K7WM4",)).replies
    assert introduction.text == (
        "Ett öppet ärende som inte har visats i den här gruppen, äldst först:\nK7WM4 · Köket · kom in tors 24.8"
    )
    assert shown.card
    assert shown.text.endswith(
        "\n\nKom in torsdag 24 augusti kl. 09.00. Då kunde jag inte skriva i gruppen.\n"
        "Svaret var utlovat senast torsdag 31 augusti. Den dagen har gått."
    )
    told = (
        "Asia K7WM4 on nyt tullut yhteyshenkilölle. Vastauksen piti tulla viimeistään torstaina 31. elokuuta. Se on "
        "myöhässä, ja yhteyshenkilö näkee sen."
    )
    assert shown.receipt == Receipt(101, delivered=told, refused="")


def test_a_case_without_a_promise_is_promised_an_answer_from_the_day_on_which_it_is_seen() -> None:
    outcome = after(cards=(CASE.but(answer_by=""),), new=("K7WM4",))
    [saved] = [effect for effect in outcome.effects if isinstance(effect, SaveCase)]
    assert (saved.case, saved.was) == (CASE.but(answer_by="2023-09-08", version=1), 0)
    [plan] = [effect for effect in outcome.effects if isinstance(effect, PlanReminders)]
    assert [item.wall for item in plan.reminders] == [
        "2023-09-05T09:00",
        "2023-09-07T09:00",
        "2023-09-08T09:00",
        "2023-09-11T09:00",
    ]
    assert outcome.replies[1].receipt is not None
    assert "perjantaina 8. syyskuuta" in outcome.replies[1].receipt.delivered


@pytest.mark.parametrize("case", [CASE.but(chat=0), CASE.but(state="answered"), CASE])
def test_who_waits_for_nothing_or_was_seen_in_another_group_is_told_nothing(case: Case) -> None:
    outcome = after(cards=(case,), new=() if case is CASE else ("K7WM4",))
    assert outcome.replies[1].receipt is None
    assert [effect for effect in outcome.effects if isinstance(effect, SaveCase)] == []
    if case is CASE:
        assert "Kortet stod förut i en annan grupp." in outcome.replies[1].text


def test_a_card_that_could_not_be_changed_is_changed_without_a_word() -> None:
    gone = CASE.but(state="withdrawn")
    outcome = after(stale=(gone,))
    assert outcome.replies == (card(turn(), gone, STAFF),)


def test_what_was_said_meanwhile_is_announced() -> None:
    introduction, shown = after(lost=(CASE,)).replies
    assert introduction.text == "Det här kunde jag inte visa om ärende K7WM4. Det kommer efter korten."
    assert shown == card(turn(), CASE, STAFF)


def test_more_cards_come_by_and_by() -> None:
    outcome = after(cards=(CASE,), more=True)
    *_, plan = outcome.effects
    assert isinstance(plan, PlanReminders)
    [next_time] = plan.reminders
    assert (plan.subject, next_time.kind, next_time.chat) == ("desk-vasa", "desk-unseen", STAFF)
    assert next_time.due == turn().now + PAUSE
    assert "Det finns fler. De kommer om en stund." in outcome.replies[0].text

"""Stop means stop: in any words right after a reminder, however often; on again only by its own button."""

import pytest

from dialogs.conversation.session import Session
from dialogs.incoming import phrases
from tests.stages.outage import CHAT, Outage, a_town, an_outage, here, last, press, say

VASA = a_town("vasa", "2026-10-28T15:45", "2026-11-03T16:30")
STOPPED = "Jag skickar inga fler påminnelser."


def reminded() -> Outage:
    """A chat that has just got a reminder in the middle of nothing."""
    stage = an_outage("2026-10-01T12:00", VASA)
    stage.draft("p1", "vasa")
    stage.sessions[CHAT, CHAT] = Session(CHAT, CHAT, "sv", "vasa", "start", greeted=True)
    stage.move_clock(here(VASA, "2026-10-07T09:00"))
    return stage


@pytest.mark.parametrize(
    "words",
    [
        "sluta",
        "Sluta.",
        "stopp",
        "sluta påminna mig",
        "snälla sluta skicka påminnelser till oss",
        "inga fler",
        "vi vill inte ha påminnelser",
        "nej tack, inga fler påminnelser",
        "det räcker nu",
        "lopeta",
        "lopeta muistutukset",
        "lopettakaa",
        "emme halua muistutuksia",
        "ei enää",
        "riittää",
        "älä muistuta enää",
        "jättäkää meidät rauhaan",
        "stop",
        "stop reminding us",
        "please stop sending these messages",
        "no more",
        "we don't want any reminders",
    ],
)
def test_any_words_for_stopping_right_after_a_reminder_stop(words: str) -> None:
    stage = reminded()
    assert say(stage, words).startswith(STOPPED)
    stage.move_clock(here(VASA, "2026-10-28T12:00"))
    assert last(stage).startswith(STOPPED)


@pytest.mark.parametrize(
    "words",
    [
        "jag vill sluta leva",
        "haluan lopettaa elämäni",
        "jag orkar inte mer",
        "I want to end it all",
        "gubbarna i byn har slutat komma",
        "nej",
        "vi vill stoppa mobbningen i skolan",
        "",
    ],
)
def test_other_words_are_not_taken_for_stopping(words: str) -> None:
    assert not phrases.stops(words)


def test_a_second_press_and_the_old_button_leave_them_off() -> None:
    stage = reminded()
    for _ in range(2):
        assert press(stage, "Inga fler påminnelser").startswith(STOPPED)
    stage.move_clock(here(VASA, "2026-10-14T09:00"))
    assert press(stage, "Inga fler påminnelser").startswith(STOPPED)
    assert stage.sessions[CHAT, CHAT].muted == ("deadline", "pitch", "agreement", "news")


@pytest.mark.parametrize("way", ["button", "words", "list"])
def test_they_are_on_again_only_by_their_own_button(way: str) -> None:
    stage = reminded()
    say(stage, "sluta")
    if way == "list":
        say(stage, "/proposals")
    say(stage, "påminn mig igen") if way == "words" else press(stage, "Påminn mig igen")
    assert stage.sessions[CHAT, CHAT].muted == ()
    stage.move_clock(here(VASA, "2026-10-14T09:00"))
    assert "ska vara hos registratorn" in last(stage)


def test_each_kind_can_be_stopped_alone() -> None:
    stage = reminded()
    say(stage, "/proposals")
    assert "Pitchen och beslutet: jag påminner." in press(stage, "Välj påminnelser")
    assert "Jag påminner inte mer om sista dagen." in press(stage, "Inget om sista dagen")
    stage.move_clock(here(VASA, "2026-10-28T12:00"))
    assert "Jag påminner inte mer om sista dagen." in last(stage)
    stage.keep(stage.proposals["p1"].but(sent_at=stage.now, receipt_at=stage.now))
    stage.move_clock(here(VASA, "2026-11-02T09:00"))
    assert last(stage).startswith('Pitchen för "Utan namn" är i morgon')


def test_the_open_question_stands_as_it_was_after_stopping() -> None:
    stage = reminded()
    before = stage.sessions[CHAT, CHAT]
    say(stage, "sluta")
    after = stage.sessions[CHAT, CHAT]
    assert (after.place, after.offers, after.revision) == (before.place, before.offers, before.revision)


def test_a_chat_that_an_older_lots_silenced_stays_silent() -> None:
    stage = reminded()
    stage.sessions[CHAT, CHAT] = Session(CHAT, CHAT, "sv", "vasa", muted=("all",))
    count = len(stage.chats[CHAT])
    stage.move_clock(here(VASA, "2026-11-20T12:00"))
    assert len(stage.chats[CHAT]) == count


@pytest.mark.parametrize("words", ["sluta påminna mig", "inga påminnelser tack", "lopeta muistutukset"])
def test_words_that_name_reminders_stop_them_at_any_time(words: str) -> None:
    stage = reminded()
    say(stage, "/proposals")
    assert say(stage, words).startswith(STOPPED)


def test_a_bare_stop_at_another_time_is_not_about_reminders() -> None:
    stage = reminded()
    say(stage, "/proposals")
    say(stage, "sluta")
    assert stage.sessions[CHAT, CHAT].muted == ()


def test_nobody_who_has_stopped_them_is_told_of_reminders_to_come() -> None:
    stage = reminded()
    stage.sessions[CHAT, CHAT] = stage.sessions[CHAT, CHAT].but(muted=("deadline", "pitch"))
    say(stage, "vi har skickat båda")
    assert "högst 10 minuter." in say(stage, "ja")
    assert "Jag påminner er" not in last(stage)
    assert "Jag påminner er" not in say(stage, "vi tryckte fel")

"""What is said when reminders are due: one message with the buttons of each, true when it comes late."""

from dataclasses import replace

import pytest

from dialogs.records.proposal import Answer
from knowledge.language import Language
from knowledge.reminders.rung import Anchor, Audience, Rung, Unit
from tests.dialogs.deadlines.test_ladder import VASA, a_draft, labels
from tests.knowledge.answers.fields import value
from tests.stages.in_memory import as_plain
from tests.stages.outage import a_town, here


def test_nobody_is_told_at_night_that_the_time_has_passed_but_asked_on_the_next_working_day() -> None:
    stage = a_draft()
    assert stage.wake(here(VASA, "2026-10-28T22:00")).replies == ()
    assert stage.wake(here(VASA, "2026-10-29T08:00")).replies == ()
    (reply,) = stage.wake(here(VASA, "2026-10-29T09:00")).replies
    assert as_plain(reply.text).startswith(
        'Tiden för "Utan namn" gick ut onsdag 28 oktober kl. 15.45 (Vasatid).\n'
        "Skickade ni båda dokumenten till registratorn före dess? "
        "Om inte, fråga registratorn om förslaget ändå tas emot."
    )
    assert labels(reply) == ["Ja, i tid", "Nej, inte i tid", "Inga fler påminnelser"]


def test_a_bot_that_comes_back_on_the_last_day_asks_about_each_draft_by_its_name() -> None:
    stage = a_draft()
    stage.keep(stage.proposals["p1"].but(answers={"FP01": Answer("given", "Onsdagsköket", "Onsdagsköket")}))
    stage.draft("p2", "vasa")
    (reply,) = stage.wake(here(VASA, "2026-10-28T16:00")).replies
    assert [line for line in as_plain(reply.text).splitlines() if line.startswith("Tiden för")] == [
        'Tiden för "Onsdagsköket" gick ut onsdag 28 oktober kl. 15.45 (Vasatid).',
        'Tiden för "Utan namn" gick ut onsdag 28 oktober kl. 15.45 (Vasatid).',
    ]
    assert labels(reply) == [
        "Ja, i tid: Onsdagsköket",
        "Nej, inte i tid: Onsdagsköket",
        "Ja, i tid: Utan namn",
        "Nej, inte i tid: Utan namn",
        "Inga fler påminnelser",
    ]


def test_a_message_of_several_reminders_asks_first_and_carries_the_buttons_of_each() -> None:
    stage = a_draft(a_town("vasa", "2026-10-30T15:45", "2026-11-03T16:30"))
    stage.keep(stage.proposals["p1"].but(sent_at=stage.now))
    stage.wake(here(VASA, "2026-10-27T09:00"))
    (reply,) = stage.wake(here(VASA, "2026-11-02T09:00")).replies
    assert as_plain(reply.text).startswith('Har registratorn bekräftat att "Utan namn" har kommit in?')
    assert 'Pitchen för "Utan namn" är i morgon, tisdag 3 november från kl. 16.30 (Vasatid).' in as_plain(reply.text)
    assert labels(reply) == [
        "Ja, bekräftelsen har kommit",
        "Inte än",
        "Öppna förslaget",
        "Förbered pitchen",
        "Öva med klocka",
        "Inga fler påminnelser",
    ]


@pytest.mark.parametrize(
    ("kind", "now", "line"),
    [
        ("draft-21d", "2026-10-08T08:00", "Det är 20 dagar kvar."),
        ("draft-5wd", "2026-10-21T09:00", '"Utan namn": en vecka kvar till onsdag 28 oktober'),
        ("draft-5wd", "2026-10-21T09:00", "kl. 15.45 (Vasatid).\nLäs igenom allt"),
        ("draft-10wd", "2026-10-14T09:00", "kl. 15.45 (Vasatid).\nBe styrelsen"),
        ("draft-21d", "2026-10-07T09:00", "tre veckor kvar.\nKvar: "),
        ("draft-5wd", "2026-10-22T08:00", '"Utan namn": 6 dagar kvar till onsdag 28 oktober'),
        ("draft-2wd", "2026-10-27T08:00", "Skicka gärna en dag tidigare. Kvar: "),
        ("draft-day", "2026-10-28T09:00", "Kvar: namn på idén, behov, planen, utmaning, mål, mätare och 25 till."),
        ("draft-3h", "2026-10-28T12:45", "Om tre timmar, kl. 15.45 (Vasatid)"),
        ("draft-3h", "2026-10-28T14:45", "ska vara hos registratorn i dag onsdag 28 oktober kl. 15.45 (Vasatid)"),
        ("pitch-1wd", "2026-11-02T09:00", 'Pitchen för "Utan namn" är i morgon, tisdag 3 november'),
        ("pitch-1wd", "2026-11-02T09:00", "Kommunens sida säger inte var pitchen hålls. Fråga kontaktpersonen."),
        ("pitch-1wd", "2026-11-03T08:00", 'Pitchen för "Utan namn" är i dag, tisdag 3 november'),
    ],
)
def test_the_words_stay_true_when_a_reminder_comes_late(kind: str, now: str, line: str) -> None:
    stage = a_draft()
    if not kind.startswith("draft-"):
        stage.keep(stage.proposals["p1"].but(sent_at=stage.now, receipt_at=stage.now))
    stage.reminders = {key: item for key, item in stage.reminders.items() if item.kind == kind}
    (reply,) = stage.wake(here(VASA, now)).replies
    assert line in as_plain(reply.text)


def test_what_was_answered_when_its_field_was_of_another_kind_is_left_to_write() -> None:
    examples = {field.id: value(field.id, field.example[Language.SV]) for field in VASA.asked[""]}
    answers = {field_id: Answer("given", "ord", example) for field_id, example in examples.items()}
    assert "Kvar" not in on_the_last_day(answers)
    assert "Kvar: kostnader." in on_the_last_day({**answers, "FP07": Answer("given", "Hyra", "Hyra")})


def on_the_last_day(answers: dict[str, Answer]) -> str:
    stage = a_draft()
    stage.keep(stage.proposals["p1"].but(answers=answers))
    (reply,) = stage.wake(here(VASA, "2026-10-28T09:00")).replies
    return as_plain(reply.text)


def test_a_municipality_says_a_reminder_in_its_own_words() -> None:
    words = dict.fromkeys(Language, "Möts styrelsen före {{ deadline }}? {{ title }} & {{ days }}.")
    rung = Rung("draft-board", Anchor.DEADLINE, -7, Unit.DAYS, Audience.UNSENT, words=words)
    stage = a_draft(replace(VASA, reminders=(rung,)))
    (reply,) = stage.wake(here(VASA, "2026-10-21T09:00")).replies
    assert reply.text.startswith("Möts styrelsen före onsdag 28 oktober kl. 15.45 (Vasatid)? Utan namn &amp; 7.\n\n")
    assert labels(reply) == ["Fortsätt förslaget", "Vi har skickat båda", "Inga fler påminnelser"]

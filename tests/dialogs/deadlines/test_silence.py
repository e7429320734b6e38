"""After a long silence whoever was in the middle of something is told what may be lost: once, by day, and politely."""

from datetime import datetime

import pytest

from dialogs.conversation.session import Session
from dialogs.deadlines import silence
from dialogs.records.agreements.draft import id_of
from dialogs.step import PLACES
from tests.dialogs.agreement.decided import opened
from tests.stages.in_memory import as_plain
from tests.stages.outage import CHAT, Outage, a_town, an_outage, here
from tests.storage.building import a_case

VASA = a_town("vasa", "2026-10-28T15:45")
HEARD, BACK = here(VASA, "2026-10-12T10:00"), here(VASA, "2026-10-15T12:00")


def interrupted(back: datetime = BACK, language: str = "sv") -> Outage:
    """A chat in the middle of a draft, and a Lots that comes back."""
    stage = an_outage("2026-10-01T12:00", VASA)
    stage.draft("p1", "vasa")
    stage.reminders.clear()
    stage.sessions[CHAT, CHAT] = Session(CHAT, CHAT, language, "vasa", silence.QUESTION, proposal="p1", greeted=True)
    stage.now = back
    with stage.transaction() as work:
        work.reminders.add([silence.planted(CHAT, VASA, HEARD, back)])
        work.reminders.add([silence.planted(CHAT, VASA, HEARD, back)])
    return stage


def said(stage: Outage, now: datetime) -> list[str]:
    stage.now = max(now, stage.now)
    return [as_plain(reply.text) for outcome in stage.tick() for reply in outcome.replies]


SAID = {
    "sv": "Jag kunde inte nås från måndag 12 oktober kl. 10.00 (Vasatid). "
    "Det ni skrev före onsdag 14 oktober kl. 12.00 kan ha gått förlorat.\n"
    '"Utan namn" är sparat som det var. Skrev ni ett svar då, skriv det igen.',
    "fi": "Yhteys minuun katkesi maanantaina 12. lokakuuta klo 10.00 (Vaasan aikaa). Perille tulivat varmasti vain "
    "viestit, jotka lähetitte keskiviikkona 14. lokakuuta klo 12.00 jälkeen. Aiemmat ovat voineet kadota.\n"
    '"Nimetön" on tallessa sellaisena kuin se oli. Jos kirjoititte silloin vastauksen, kirjoittakaa se uudelleen.',
    "en": "I could not be reached from Monday 12 October at 10:00 (Vaasa time). "
    "What you wrote before Wednesday 14 October at 12:00 may be lost.\n"
    '"No name yet" is saved as it was. If you wrote an answer then, please write it again.',
}


@pytest.mark.parametrize(("language", "words"), SAID.items())
def test_who_had_a_question_open_hears_once_what_may_be_lost(language: str, words: str) -> None:
    stage = interrupted(language=language)
    assert said(stage, BACK) == [words]
    assert said(stage, BACK) == []
    assert stage.sessions[CHAT, CHAT].place == silence.QUESTION


@pytest.mark.parametrize("back", ["2026-10-15T22:00", "2026-10-16T03:00"])
def test_at_night_it_waits_for_the_morning(back: str) -> None:
    stage = interrupted(here(VASA, back))
    assert said(stage, stage.now) == []
    assert len(said(stage, here(VASA, "2026-10-16T08:00"))) == 1


def test_a_row_that_is_looked_at_by_night_is_put_off_and_dropped_when_it_is_old() -> None:
    stage = interrupted()
    assert said(stage, here(VASA, "2026-10-15T21:00")) == []
    assert len(said(stage, here(VASA, "2026-10-16T08:00"))) == 1
    old = interrupted()
    assert said(old, here(VASA, "2026-10-20T09:00")) == []
    assert set(old.came_to.values()) == {"far_too_late"}


def test_a_case_that_waits_is_named_and_who_is_in_the_middle_of_nothing_is_left_alone() -> None:
    stage = interrupted()
    stage.sessions[CHAT, CHAT] = stage.sessions[CHAT, CHAT].but(place="start", proposal="")
    assert said(stage, BACK) == []
    assert set(stage.came_to.values()) == {"gone"}
    waiting = interrupted()
    with waiting.transaction() as work:
        work.cases.save(a_case("K7WM4", CHAT, version=1), 0)
    [words] = said(waiting, BACK)
    assert words.endswith("Skrev ni till kontaktpersonen i ärende K7WM4, skriv det igen.")


@pytest.mark.parametrize("place", sorted(silence.WRITING))
def test_every_place_where_words_become_part_of_a_draft_is_there_and_names_it(place: str) -> None:
    assert place in PLACES
    stage = interrupted()
    stage.sessions[CHAT, CHAT] = stage.sessions[CHAT, CHAT].but(place=place)
    assert said(stage, BACK) == [SAID["sv"]]


def test_who_fills_in_an_agreement_of_a_case_that_is_decided_is_in_the_middle_too() -> None:
    stage = interrupted()
    agreed = opened().but(chat=CHAT)
    stage.sessions[CHAT, CHAT] = stage.sessions[CHAT, CHAT].but(proposal=id_of(agreed))
    stage.cases[agreed.reference] = agreed
    [words] = said(stage, BACK)
    assert words.endswith('"Onsdagsköket" är sparat som det var. Skrev ni ett svar då, skriv det igen.')


@pytest.mark.parametrize(
    ("session", "asked"),
    [
        (Session(CHAT, CHAT, place=silence.QUESTION, proposal="p1"), True),
        (Session(CHAT, CHAT, place="pitch.outline", proposal="p1"), True),
        (Session(CHAT, CHAT, place="pitch.outline_part", proposal="p1"), True),
        (Session(CHAT, CHAT, place="start", proposal="p1"), False),
        (Session(CHAT, CHAT, place=silence.QUESTION, proposal="p1", away=True), False),
    ],
)
def test_a_draft_is_in_the_middle_while_its_question_is_open(session: Session, asked: bool) -> None:
    assert silence.is_asked(session) is asked

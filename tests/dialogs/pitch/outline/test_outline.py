"""The outline of a pitch: prefilled from the draft, changed by typing, its sum said, kept with the draft."""

import pytest

from dialogs.records.proposal import Answer, PitchPart
from tests.stages.called import ANNA, BERTIL, VASA, called, told
from tests.stages.in_memory import Stage
from tests.stages.outage import here
from tests.stages.pitched import CILLA, pitched

ANSWERS = {
    "FP01": Answer("given", "Onsdagsköket", "Onsdagsköket"),
    "FP02": Answer("given", "Gubbarna i byn är ensamma hela vintern.", "Gubbarna i byn är ensamma hela vintern."),
    "FP05": Answer("given", "40 äldre har sällskap", ["40 äldre har sällskap varje vecka"]),
}


def opened() -> Stage:
    """Anna, who has sent both papers, has opened the outline of her pitch."""
    stage = pitched()
    stage.proposals[f"p{ANNA}"] = stage.proposals[f"p{ANNA}"].but(answers=ANSWERS)
    stage.say(ANNA, ANNA, "/pitch")
    return stage


def seen(stage: Stage, *typed: str) -> str:
    """What Anna sees after she has typed one thing after the other."""
    for text in typed:
        stage.say(ANNA, ANNA, text)
    return stage.chats[ANNA][-1].text


@pytest.mark.covers("V17", "V18")
def test_it_is_prefilled_from_the_draft_and_comes_to_ten_minutes() -> None:
    shown = seen(opened())
    assert 'Pitchen för "Onsdagsköket"\nPitcharna börjar tisdag 3 november kl. 16.30 (Vasatid).' in shown
    assert "Behovet, 2 minuter: Gubbarna i byn är ensamma hela vintern." in shown
    assert "Vilka vi når, 1 minut: 40 äldre har sällskap varje vecka" in shown
    assert "Vad vi önskar, 2 minuter: inget skrivet än" in shown
    assert "Summa: 10 minuter. Det är precis så många som ni har." in shown


def test_minutes_are_typed_and_too_many_are_named_and_kept_all_the_same() -> None:
    stage = opened()
    assert "Summa: 11 minuter. Det är 1 för mycket, för ni har 10. Korta en del." in seen(stage, "behovet 3 min")
    assert "Summa: 9 av 10 minuter." in seen(stage, "vad vi gör 2 min, behovet 2,5 och vilka vi når 0,5")
    assert [(part.kind, part.minutes) for part in stage.proposals[f"p{ANNA}"].outline] == [
        ("need", 2.5),
        ("plan", 2),
        ("reach", 0.5),
        ("want", 2),
        ("know", 2),
    ]


def test_a_part_in_hand_takes_words_and_minutes_and_the_page_has_all_of_it() -> None:
    stage = opened()
    assert "I förslaget står: Gubbarna i byn" in seen(stage, "Behovet")
    shown = seen(stage, "De är 30 och träffar ingen, 4 min")
    assert "Behovet, 4 minuter: De är 30 och träffar ingen\n" in shown
    seen(stage, "Få texten för sig")
    page = stage.chats[ANNA][-2].text
    assert "Minut 0–4: Behovet\nDe är 30 och träffar ingen\n" in page
    assert "Minut 4–7: Vad vi gör" in page


def test_words_that_name_no_part_are_asked_again_and_change_nothing() -> None:
    stage = opened()
    assert 'Jag vet inte vilken del ni menar med "3 min"' in seen(stage, "3 min")
    assert "högst 600 tecken" in seen(stage, "behovet: " + "lång " * 130)
    assert stage.proposals[f"p{ANNA}"].outline == ()


def test_the_parts_of_the_answer_about_the_pitch_come_first() -> None:
    parts = [{"what": "idé", "minutes": 6}, {"what": "film", "minutes": 3}]
    value = {"who": "Anna", "language": "sv", "needs": "", "minutes": parts}
    stage = pitched()
    answered = {"FP17": Answer("given", "Anna, svenska, idé 6 min, film 3 min", value)}
    stage.proposals[f"p{ANNA}"] = stage.proposals[f"p{ANNA}"].but(answers=answered)
    shown = seen(stage, "/pitch")
    assert "Ni har svarat: Anna, svenska, idé 6 min, film 3 min" in shown
    assert "idé, 6 minuter" in shown
    assert "Summa: 9 av 10 minuter." in shown
    seen(stage, "film 4 min: vi visar köket")
    assert stage.proposals[f"p{ANNA}"].outline == (
        PitchPart(6, name="idé"),
        PitchPart(4, name="film", words="vi visar köket"),
    )


def test_whoever_has_not_sent_both_is_told_for_whom_the_pitch_is() -> None:
    stage = called()
    assert "Pitchen är för den som har sagt att båda dokumenten är skickade i tid" in seen(stage, "/pitch")
    assert "Pitchen för" not in seen(stage, "/proposals")


def test_it_is_offered_with_the_own_time_and_in_the_reminders_of_the_pitch() -> None:
    stage = opened()
    told(stage, "/pitch", "publicera")
    stage.tick()
    for chat in (ANNA, BERTIL, CILLA):
        assert "Förbered pitchen" in [offer.label for offer in stage.chats[chat][-1].offers]
    stage.press(ANNA, ANNA, "Förbered pitchen")
    assert "Er tid är tisdag 3 november kl. 16.30 (Vasatid)." in seen(stage)
    stage.move_clock(here(VASA, "2026-11-02T09:05"))
    assert "Förbered pitchen" in [offer.label for offer in stage.chats[ANNA][-1].offers]


def test_it_goes_with_the_chat_that_is_erased() -> None:
    stage = opened()
    seen(stage, "behovet 3 min", "/delete", "ja, ta bort allt")
    assert f"p{ANNA}" not in stage.proposals

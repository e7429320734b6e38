"""The outline of a pitch as a page to print: when each part ends, and slot, place, language and equipment first."""

import pytest

from dialogs.conversation.effects import SendPitch
from dialogs.pitch.outline.printed import LINES, ROOM, layout
from dialogs.records.letters.pitch_page import PitchPage
from dialogs.records.proposal import Answer, PitchPart
from tests.dialogs.pitch.outline.test_outline import opened, seen
from tests.stages.called import ANNA, heard, told
from tests.stages.in_memory import Stage

VALUE = {"who": "Anna", "language": "sv", "needs": "projektor", "minutes": []}
ANSWERED = {
    "FP01": Answer("given", "Onsdagsköket", "Onsdagsköket"),
    "FP17": Answer("given", "Anna, svenska, projektor", VALUE),
}
PARTS = (PitchPart(2.5, "need", words="De är 30 och träffar ingen"), PitchPart(3, name="Film"))


def outlined() -> Stage:
    """Anna, who has answered about her pitch and cut it into two parts."""
    stage = opened()
    stage.proposals[f"p{ANNA}"] = stage.proposals[f"p{ANNA}"].but(answers=ANSWERED, outline=PARTS)
    return stage


def published(stage: Stage) -> Stage:
    """The same with a place and a time of her own, of which she has heard."""
    told(stage, "/calls", "1", "Pitchens plats", "Stadshuset, sal 2", "gör så", "/pitch", "publicera")
    stage.tick()
    return stage


def page_of(stage: Stage) -> PitchPage:
    """The page that Anna was sent last."""
    return [effect for outcome in stage.outcomes for effect in outcome.effects if isinstance(effect, SendPitch)][
        -1
    ].page


@pytest.mark.covers("V16", "V18", "X10")
def test_with_a_time_of_its_own_each_part_says_when_it_ends_on_the_clock() -> None:
    stage = published(outlined())
    seen(stage, "/pitch", "Skriv ut")
    page = page_of(stage)
    assert page.head == (
        "Er tid: tisdag 3 november 2026 kl. 16.30 (Vasatid).",
        "Plats: Stadshuset, sal 2",
        "Talare: Anna",
        "Språk: svenska",
        "Hjälpmedel: projektor",
        "Delarna tar 5,5 av era 10 minuter.",
    )
    assert [(part.name, part.minutes, part.ends) for part in page.parts] == [
        ("Behovet", "2,5", "kl. 16.32.30"),
        ("Film", "3", "kl. 16.35.30"),
    ]
    assert [part.line for part in page.parts] == ["Minut 0–2,5, slut kl. 16.32.30", "Minut 2,5–5,5, slut kl. 16.35.30"]


def test_without_one_it_says_when_the_pitches_begin_and_after_how_many_minutes_a_part_ends() -> None:
    stage = outlined()
    seen(stage, "skriv ut")
    page = page_of(stage)
    assert page.head[:2] == (
        "Pitcharna börjar tisdag 3 november 2026 kl. 16.30 (Vasatid). Er egen tid får ni veta senare.",
        "Plats: inte satt än. Fråga kontaktpersonen.",
    )
    assert [part.ends for part in page.parts] == ["efter 2,5 minuter", "efter 5,5 minuter"]


def test_what_nobody_has_said_is_said_to_be_so_and_too_many_minutes_are_named() -> None:
    stage = opened()
    seen(stage, "behovet 9 min", "skriv ut")
    assert page_of(stage).head[2:] == (
        "Talare: inte angiven än",
        "Språk: inte angivet än",
        "Hjälpmedel: inga angivna",
        "Delarna tar 17 minuter tillsammans. Det är 7 för mycket, för ni har 10.",
    )


def test_an_answer_that_could_not_be_read_stands_as_it_was_typed() -> None:
    stage = outlined()
    odd = {"FP17": Answer("unclear", "kanske Anna\neller Bo")}
    stage.proposals[f"p{ANNA}"] = stage.proposals[f"p{ANNA}"].but(answers=odd)
    seen(stage, "skriv ut")
    assert page_of(stage).head[2] == "Talare: kanske Anna eller Bo"


def test_a_part_without_words_has_room_to_write_and_others_have_theirs() -> None:
    stage = outlined()
    seen(stage, "skriv ut")
    entries = [chapter["entries"][0] for chapter in layout(page_of(stage))["chapters"]]
    assert entries[0]["columns"] == ["Del", "Minuter", "Slut"]
    assert entries[0]["rows"] == [["Behovet", "2,5", "efter 2,5 minuter"], ["Film", "3", "efter 5,5 minuter"]]
    assert [entry["lines"] for entry in entries[1:]] == [["De är 30 och träffar ingen"], ["", *[ROOM] * LINES]]


@pytest.mark.parametrize("typed", ["skriv ut pitchen", "pitchen som pdf", "print the pitch", "tulosta pitch"])
def test_it_is_asked_for_from_anywhere(typed: str) -> None:
    stage = outlined()
    seen(stage, "/proposals", typed)
    assert [shown.file for shown in stage.chats[ANNA] if shown.file] == [
        "Onsdagsköket_pitch.pdf",
        "Onsdagsköket_pitch.docx",
    ]


def test_who_may_not_pitch_is_told_for_whom_it_is() -> None:
    stage = outlined()
    stage.proposals[f"p{ANNA}"] = stage.proposals[f"p{ANNA}"].but(sent_at=None)
    seen(stage, "/proposals", "skriv ut pitchen")
    assert not [shown for shown in stage.chats[ANNA] if shown.file]
    assert "Pitchen är för den som har sagt att båda dokumenten är skickade i tid" in heard(stage, ANNA)


def test_the_pages_own_name_is_not_said_twice_and_an_association_is() -> None:
    page = PitchPage("a", "en", "GB", "2026-11-02", "Soup", "Soup", (), ())
    assert (layout(page)["association"], layout(page)["footer"]) == ("", "Soup")
    named = page.but(association="Village Club")
    assert (layout(named)["association"], layout(named)["footer"]) == ("Village Club", "Village Club · Soup")

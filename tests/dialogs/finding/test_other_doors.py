"""What is no idea for associations is told where it belongs: by the municipality, or in words that hold everywhere."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.conversation.session import Session
from dialogs.conversation.turn import Turn
from dialogs.finding import need, other_doors
from dialogs.finding.other_doors import HERE, answer, words_of
from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import OtherDoor, Pack
from knowledge.needs.other_doors import EVERYWHERE
from tests.stages.standing import standing, verbs

PACKS = load_packs()


def asking(municipality: str = "vasa", language: str = "sv") -> Turn:
    return standing(Session(101, 101, language, municipality, "need", greeted=True))


def said(turn: Turn, door: str, text: str = "något annat") -> str:
    outcome = answer(turn, text, door)
    return outcome.replies[0].text if outcome else ""


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
@pytest.mark.parametrize("door", EVERYWHERE)
def test_each_door_has_words_in_each_language_of_each_pack(pack: Pack, door: str) -> None:
    told = {language: words_of(door, pack, language) for language in pack.languages}
    assert len(set(told.values())) == len(pack.languages)
    assert [text for text in told.values() if len(text.split()) < 10] == []


@pytest.mark.parametrize("door", EVERYWHERE)
def test_each_answer_leads_on_to_an_idea_and_to_a_person(door: str) -> None:
    outcome = answer(asking(), "något annat", door)
    assert outcome is not None
    kindly = "Det här ser inte ut som en idé för föreningar." in outcome.replies[0].text
    assert (kindly, verbs(outcome), outcome.session.place) == (door not in HERE, ["go need", "person"], "need")


def test_the_municipality_says_it_in_its_own_words_with_role_and_source() -> None:
    assert said(asking(), "own-help") == (
        "Tack för att ni skriver. Det här ser inte ut som en idé för föreningar. Så här kommer ni vidare:\n\n"
        "Det är bra att ni frågar. Vård och socialt stöd sköter välfärdsområdet, inte staden. Bidrag till en själv "
        "söker man ofta hos FPA. Vill ni träffa andra? Biblioteket och församlingen vet ofta vilka grupper som finns.\n"
        "Österbottens välfärdsområde: Svarar för vård och socialt stöd sedan 2023. Har egna bidrag till föreningar.\n"
        "Källa: Partnerskap mellan välfärdstjänsterna och föreningar, läst 22.11.2026. Uppgifterna är från hösten "
        "2023.\n\n"
        "Har ni ändå en idé? Berätta om den, eller prata med en person."
    )


def test_what_the_operator_knows_of_a_role_is_told() -> None:
    turn = asking()
    pack = turn.home
    county = replace(pack.roles["county"], contact="06 000 0000")
    known = replace(pack, roles={**pack.roles, "county": county})
    turn = replace(turn, world=replace(turn.world, packs={"vasa": known}))
    assert "Har egna bidrag till föreningar. 06 000 0000\n" in said(turn, "own-help")


def test_what_the_clock_has_not_reached_is_told_in_general_words() -> None:
    now, later = asking(), replace(asking(), now=asking().now + timedelta(days=500))
    assert "År 2024 söktes" not in said(now, "grants-admin")
    assert "År 2024 söktes stadens vanliga bidrag bara i stadens e-tjänst." in said(later, "grants-admin")


@pytest.mark.parametrize(
    ("municipality", "offices"), [("goteborg", ["Försäkringskassan"]), ("vasa", ["FPA"]), ("", [])]
)
def test_general_words_hold_in_the_country_of_the_town(municipality: str, offices: list[str]) -> None:
    text = said(asking(municipality), "own-help")
    assert [office for office in ("FPA", "Försäkringskassan") if office in text] == offices


def test_a_door_that_only_a_pack_knows_is_told_there_and_nowhere_else() -> None:
    turn = asking()
    ferry = OtherDoor("ferry", dict.fromkeys(Language, "Färjan går från hamnen."))
    added = replace(turn.home, other_doors={"ferry": ferry})
    there = replace(turn, world=replace(turn.world, packs={"vasa": added, "vaxjo": turn.world.packs["vaxjo"]}))
    unchosen = there.at(municipality="")
    assert "Färjan går från hamnen." in said(there, "ferry")
    assert (answer(turn, "färjan", "ferry"), answer(unchosen, "färjan", "ferry")) == (None, None)
    assert need.outside(unchosen, "när går färjan i dag", "ferry") == need.outside(unchosen, "när går färjan i dag")


@pytest.mark.parametrize(
    ("language", "thanks", "answered"),
    [
        ("sv", "tack snälla för all hjälp i dag", "Tack själva. Skriv när ni vill fortsätta."),
        ("fi", "suuret kiitokset, tästä oli apua", "Kiitos itsellenne. Kirjoittakaa, kun haluatte jatkaa."),
        ("en", "that was great, thank you so much", "You are welcome. Write when you want to go on."),
    ],
)
def test_a_thanks_is_answered_and_leaves_what_was_asked(language: str, thanks: str, answered: str) -> None:
    turn = asking(language=language)
    outcome = answer(turn, thanks, "chat")
    assert outcome is not None
    assert (outcome.replies[0].text, outcome.session) == (answered, turn.session)
    assert other_doors.thanked(turn, thanks, "complaint") is None


def test_small_talk_is_talked_with() -> None:
    assert said(asking(), "chat", "vilket fint väder det är i dag").startswith("Tack för att ni skriver. Jag är Lots,")


def test_questions_about_the_bot_lead_to_its_commands() -> None:
    told = {language: said(asking(language=language), "about-bot") for language in Language}
    assert [language for language, text in told.items() if "/help" in text and "/privacy" in text] == list(Language)

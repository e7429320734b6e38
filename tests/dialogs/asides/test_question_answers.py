"""What is answered to a question: the pack's own words with their source and their age, or that nothing is known."""

import html
import re

import pytest

from dialogs import texts
from dialogs.asides import question_answers
from dialogs.conversation.session import Session
from knowledge.language import Language
from tests.dialogs.agreement.decided import opened
from tests.dialogs.asides.test_questions import IN_2023, IN_2026, ME, NEED, drafting, said, session, stage
from tests.stages.in_memory import Shown, Stage, at
from tests.stages.standing import standing, world


def test_an_answer_names_its_source_the_day_it_was_read_and_its_age() -> None:
    answer = said(stage("vasa"), "Hur mycket pengar finns det?")[0].text
    source = "Källa: Partnerskap mellan välfärdstjänsterna och föreningar, läst 22.11.2026."
    assert (source in answer, "Uppgifterna är från hösten 2023." in answer) == (True, True)


def test_a_pack_that_should_have_been_asked_again_says_since_when() -> None:
    answer = said(stage("vasa", now="2027-06-01T06:00"), "Hur mycket pengar finns det?")[0].text
    assert "De är inte bekräftade sedan 22.11.2026." in answer


def test_a_word_of_the_list_is_explained_as_far_as_the_page_does() -> None:
    assert "Under den står: ensamhet" not in said(stage("vasa"), "Vad menas med utanförskap?")[0].text
    assert "ensamhet" in said(stage("vasa"), "Vad menas med utanförskap?")[0].text
    assert said(stage("vasa"), "Mitä yksinäisyys tarkoittaa?", code="fi")[0].text.startswith("yksinäisyys on kunnan")


class TestGoodToKnow:
    """Topics to choose from, one short answer each, and what is not said as questions, once."""

    @staticmethod
    def opened(now: str = IN_2026) -> tuple[Stage, Shown]:
        on = stage("vasa", now=now)
        for text in (NEED, "1"):
            said(on, text)
        return on, said(on, "Bra att veta")[-1]

    def test_it_offers_topics_and_tells_nothing_yet(self) -> None:
        on, menu = self.opened()
        assert menu.text == "Bra att veta om Vasa. Välj ett ämne, eller skriv en fråga."
        topics = [offer.label for offer in menu.offers if offer.action.verb == "question"]
        assert topics[:3] == ["Sista dag", "Vem får vara med", "Dokument"]
        assert session(on).place == "office.info"

    def test_a_topic_is_one_short_answer_with_its_own_source(self) -> None:
        on, _ = self.opened()
        answers = said(on, "pitch")
        assert [len(answers), answers[0].text.count("Källa:")] == [1, 1]
        on.press(ME, ME, "Bidrag")
        assert "Välfärdssektionens understöd till föreningar" in on.chats[ME][-1].text

    def test_law_and_speeches_do_not_stand_as_facts_of_the_page(self) -> None:
        on, _ = self.opened()
        told = said(on, "Vad andra gjort")[-1].text
        assert "Källa: Puhe yhteistyösopimuksesta, Vaasa, läst 22.11.2026. Uppgifterna är från 2015, 2017." in told
        menu = " ".join(offer.label for offer in on.chats[ME][-1].offers)
        assert ("stadgar" in menu, "Tack" in menu) == (False, False)

    @pytest.mark.covers("V29")
    def test_what_the_page_does_not_say_is_one_list_of_questions(self) -> None:
        on, _ = self.opened()
        text = said(on, "Det sidan inte säger")[-1].text
        assert (text.count("– "), text.count("Sidan säger inte"), "– Vem beslutar?" in text) == (12, 0, True)

    def test_a_typed_question_is_answered_in_one_message(self) -> None:
        on, _ = self.opened()
        answers = said(on, "Vem bestämmer egentligen?")
        assert [len(answers), "Välfärdssektionen valde bland förslagen hösten 2023" in answers[0].text] == [1, True]
        assert session(on).place == "office.info"

    def test_back_leads_to_the_office(self) -> None:
        on, _ = self.opened()
        said(on, "Tillbaka")
        assert session(on).place == "office"


@pytest.mark.covers("W3")
def test_what_lies_ahead_of_the_clock_is_not_told() -> None:
    for question in ("Hur mycket pengar kan man få?", "Vem beslutar?", "Vad har andra gjort?"):
        early, late = (said(stage("vasa", now=now), question)[0].text for now in (IN_2023, IN_2026))
        assert (bool(re.search("2024", early)), bool(re.search("2024", late))) == (False, True)


@pytest.mark.parametrize("name", ["goteborg", "ostersund", "vasa", "vaxjo"])
@pytest.mark.parametrize("language", list(Language))
def test_every_topic_of_every_pack_has_an_answer_with_a_source_or_says_whose_words_they_are(
    name: str, language: Language
) -> None:
    turn = standing(Session(ME, ME, language, name, greeted=True), staff="")
    source = texts.plain(language, "office.source", title="", read=at(IN_2026), dated="", unconfirmed=None)[:5]
    own = texts.say(language, "questions.own_words")
    answers = {topic: html.unescape(question_answers.answer(turn, topic)) for topic in world().packs[name].questions}
    assert [topic for topic, text in answers.items() if source not in text and own not in text] == []
    assert [topic for topic, text in answers.items() if len(text) > 2000] == []


def test_the_years_of_a_planned_example_follow_the_clock() -> None:
    on = drafting()
    while session(on).asking != "FP08":
        said(on, "Hoppa över")
    assert "Exempel: 1.1.2024–31.12.2025" in on.chats[ME][-1].text


def test_the_card_of_forms_tells_nothing_that_lies_ahead() -> None:
    early, late = (said(stage("vasa", now=now), "/forms")[0].text for now in (IN_2023, IN_2026))
    assert ("År 2024 söktes stödet i mars" in early, "År 2024 söktes stödet i mars" in late) == (False, True)


def test_in_stage_2_it_is_said_that_the_desk_sees_every_answer_at_once() -> None:
    seen = Session(101, 101, "sv", "vasa", "agreement", proposal="agreement:K7WM4", greeted=True)
    begun, waiting = (standing(seen, cases=(opened(begun=stands),)) for stands in (True, False))
    assert "ser varje svar i skede 2 genast" in question_answers.answer(begun, "read")
    assert "ser varje svar i skede 2 genast" in question_answers.answer(begun, "secret")
    assert "gör underlaget när ni vill" in question_answers.answer(begun, "next")
    assert "Ingen på kommunen ser det ni skriver här" in question_answers.answer(waiting, "read")

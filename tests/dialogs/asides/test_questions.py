"""A question is answered from the pack wherever it is put, and never taken for a need, an answer or a message."""

import html
import re

import pytest

from dialogs import texts
from dialogs.asides import question_answers
from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from knowledge.language import Language
from tests.stages.in_memory import Shown, Stage, at
from tests.stages.standing import standing, world

ME = 101
IN_2023, IN_2026 = "2023-09-01T06:00", "2026-12-01T06:00"
NEED = "Många äldre sitter ensamma hemma hela vintern i Gerby"


def stage(*packs: str, now: str = IN_2023) -> Stage:
    """A stage with some municipalities, each with a staff group."""
    whole = world()
    chosen = {name: whole.packs[name] for name in packs}
    return Stage(World(chosen, whole.lexicon), at(now), staff=dict.fromkeys(packs, -1001))


def said(on: Stage, text: str, code: str = "sv") -> list[Shown]:
    """Type a text and return what is answered."""
    before = len(on.chats.get(ME, []))
    on.say(ME, ME, text, code=code)
    return on.chats[ME][before:]


def session(on: Stage) -> Session:
    return on.sessions[ME, ME]


@pytest.mark.covers("V7", "V8", "V9", "V16", "V18", "V19", "V20", "V29")
@pytest.mark.parametrize(
    ("text", "topic", "words"),
    [
        ("När är sista ansökningsdag?", "", "fredag 15 september 2023 kl. 15.45 (Vasatid)"),
        ("Hur mycket pengar kan man få?", "amount", "Sidan säger inte hur mycket pengar det finns."),
        ("Vem beslutar om bidragen?", "decision", "Sidan säger inte vem som beslutar."),
        ("Mikä on IOP?", "iop", "jonka lyhenne on IOP"),
        ("Läser någon det här?", "read", "Ingen på kommunen ser det ni skriver här."),
        ("Vart skickar vi pappren?", "send", "Förslaget ska till registratorn, och det gör ni själva."),
        ("Vad är skede 2?", "stage2", "I skede 2 arbetar staden och föreningen fram ett avtal ihop."),
        ("Får man söka på finska?", "language", "I Vasa får ni använda svenska eller finska."),
        ("Kuinka kauan pitch kestää?", "pitch", "enintään 10 minuuttia"),
        ("What documents do you need?", "documents", "Two documents are needed."),
        ("Är du en människa?", "human", "Jag är en automatisk tjänst."),
        ("Är det här hemligt?", "secret", "Kommunen ser inget förrän ni trycker på Skicka till kommunen."),
        ("Hur raderar jag allt?", "delete", "Skriv /delete"),
    ],
)
def test_a_first_question_is_answered_and_nothing_is_kept_as_a_need(text: str, topic: str, words: str) -> None:
    on = stage("vasa")
    answer, again = said(on, text, code="")
    language = Language(session(on).language)
    title = texts.plain(language, f"questions.topics.{topic}") if topic else "Förslag till partnerskap 2023"
    assert (answer.text.startswith(title), words in answer.text, session(on).need.text) == (True, True, "")
    assert texts.plain(language, "welcome.see_need") in [offer.label for offer in again.offers]


def test_an_answer_names_its_source_the_day_it_was_read_and_its_age() -> None:
    answer = said(stage("vasa"), "Hur mycket pengar finns det?")[0].text
    source = "Källa: Partnerskap mellan välfärdstjänsterna och föreningar, läst 22.11.2026."
    assert (source in answer, "Uppgifterna är från hösten 2023." in answer) == (True, True)


def test_a_pack_that_should_have_been_asked_again_says_since_when() -> None:
    answer = said(stage("vasa", now="2027-06-01T06:00"), "Hur mycket pengar finns det?")[0].text
    assert "De är inte bekräftade sedan 22.11.2026." in answer


@pytest.mark.parametrize(
    "text", ["Kan vi få hjälp med ensamma äldre?", "Voisiko kaupunki auttaa yksinäisiä vanhuksia kylällämme?"]
)
def test_a_need_that_asks_for_help_stays_a_need(text: str) -> None:
    on = stage("vasa")
    said(on, text, code="")
    assert (session(on).place, session(on).need.text) == ("need.choose", text)


def test_a_need_with_a_question_beside_it_gets_both() -> None:
    on = stage("vasa")
    answer, understood = said(on, "Vi vill ordna träffar för ensamma äldre, när är sista dag?")
    assert "15 september 2023" in answer.text
    assert (session(on).place, "Ensamhet" in understood.text) == ("need.choose", True)


def test_a_question_while_choosing_returns_to_the_choice() -> None:
    on = stage("vasa")
    first = said(on, NEED)[-1]
    answer, again = said(on, "Vem bestämmer?")
    assert "vem som beslutar" in answer.text
    assert again.offers[:3] == first.offers[:3]
    assert (session(on).place, session(on).need.text) == ("need.choose", NEED)


def drafting() -> Stage:
    """A stage on which the first question of a proposal is asked."""
    on = stage("vasa")
    for text in (NEED, "1", "Skriva ett förslag"):
        said(on, text)
    on.press(ME, ME, on.chats[ME][-1].offers[0].label)
    return on


def test_a_question_inside_a_proposal_is_an_aside() -> None:
    on = drafting()
    asking, draft = session(on).asking, next(iter(on.proposals.values()))
    answer, again = said(on, "Hur mycket pengar kan man få?")
    assert answer.text.startswith("Pengar")
    assert (session(on).asking, next(iter(on.proposals.values()))) == (asking, draft)
    assert "Vad kallar ni idén?" in again.text


@pytest.mark.parametrize("answer", ["Vem ser mig?", "Onsdagsköket?", "Hur får vi fler unga att röra på sig?"])
def test_an_answer_that_ends_in_a_question_mark_is_an_answer(answer: str) -> None:
    on = drafting()
    said(on, answer)
    assert next(iter(on.proposals.values())).answers["FP01"].said == answer


def test_words_for_a_person_are_never_taken_as_a_question_to_lots() -> None:
    on = stage("vasa")
    said(on, "Prata med en person")
    preview = said(on, "När är sista dag?")[-1]
    assert (session(on).place, "När är sista dag?" in preview.text) == ("idea.preview", True)


def test_a_question_can_be_sent_to_a_person_as_it_stands() -> None:
    on = stage("vasa")
    said(on, "Vem beslutar om bidragen?")
    preview = said(on, "Skicka frågan till kontaktpersonen")[-1]
    assert (session(on).place, "Vem beslutar om bidragen?" in preview.text) == ("idea.preview", True)


def test_who_only_says_that_there_is_a_question_is_asked_for_it() -> None:
    for text in ("Jag har en fråga", "Saanko kysyä jotain?", "I have a question"):
        on = stage("vasa")
        said(on, text, code="")
        assert session(on).place == "question"


def test_a_question_that_nothing_is_known_of_is_offered_to_a_person() -> None:
    on = stage("vasa")
    said(on, "Jag har en fråga")
    answer = said(on, "Vad heter borgmästarens katt?")[-1]
    assert "Det har jag inget svar på." in answer.text
    assert answer.offers[0].label == "Skicka frågan till kontaktpersonen"


def test_a_need_told_where_a_question_was_expected_is_a_need() -> None:
    on = stage("vasa")
    said(on, "Jag har en fråga")
    said(on, NEED)
    assert session(on).place == "need.choose"


def test_with_several_municipalities_the_question_waits_for_its_own() -> None:
    on = stage("vasa", "vaxjo", now=IN_2026)
    asked = said(on, "Hur mycket pengar kan man få?")[-1]
    assert "kommun" in asked.text
    answer = said(on, "Växjö")[0].text
    assert ("Arbete och välfärd ger inte längre bidrag" in answer, session(on).waiting) == (True, None)
    assert said(stage("vasa", "vaxjo"), "Är du en robot?")[0].text.startswith("Människa eller maskin")
    assert "juli 2019" in said(stage("vasa", "vaxjo", now=IN_2026), "Vem beslutar i Växjö?")[0].text


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

"""A question is answered from the pack wherever it is put, and never taken for a need, an answer or a message."""

import pytest

from dialogs import texts
from dialogs.conversation.replies import Action
from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from knowledge.language import Language
from tests.stages.in_memory import Shown, Stage, at
from tests.stages.standing import world

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


@pytest.mark.parametrize(
    ("text", "door"),
    [
        ("Min son är sexton och söker sommarjobb. Var lämnar man in ansökan?", "Lediga jobb"),
        ("Äitini tarvitsee hoivakotipaikan, hän karkailee. Kuka päättää?", "hyvinvointialueelle"),
        ("My boy starts day care in autumn. When is the last day to apply?", "A place in day care"),
    ],
)
def test_a_question_beside_an_errand_is_not_answered_about_the_call(text: str, door: str) -> None:
    on = stage("vasa")
    assert [door in shown.text for shown in said(on, text, code="")] == [True]


def test_a_question_while_choosing_returns_to_the_choice() -> None:
    on = stage("vasa")
    first = said(on, NEED)[-1]
    answer, again = said(on, "Vem bestämmer?")
    assert "vem som beslutar" in answer.text
    assert again.offers[:3] == first.offers[:3]
    assert (session(on).place, session(on).need.text) == ("need.choose", NEED)


@pytest.mark.parametrize(
    "text", ["vad är en mätare?", "kan vi anställa någon för det här", "voiko tähän palkata jonkun"]
)
@pytest.mark.parametrize("chosen", [(), ("1",)])
def test_a_question_that_nothing_is_known_of_is_no_part_of_the_need_in_hand(text: str, chosen: tuple[str, ...]) -> None:
    on = stage("vasa")
    for words in (NEED, *chosen):
        said(on, words)
    place = session(on).place
    answer, again = said(on, text)
    assert answer.text.startswith(("Det har jag inget svar på.", "Tähän minulla ei ole vastausta."))
    assert (session(on).place, session(on).need.text) == (place, NEED)
    assert Action("question.send", text) in [offer.action for offer in again.offers]


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
    answer = said(on, "Vad heter ordföranden i välfärdsnämnden?")[-1]
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


def test_a_question_that_is_not_for_here_is_told_where_it_belongs_and_can_still_be_sent() -> None:
    on = stage("vasa")
    answer = said(on, "Har kommunen hemvård?")[0]
    assert "Vård och socialt stöd sköter välfärdsområdet, inte staden." in answer.text
    wanted = ["need.tell_idea", "common.person", "questions.send_question"]
    labels = [texts.plain(Language.SV, key) for key in wanted]
    assert [offer.label for offer in answer.offers if offer.action.verb != "language"] == labels


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hur går det med vårt ärende?", "Ni har inte skickat något till kommunen härifrån än"),
        ("onko kukaan lukenut sitä?", "Ette ole vielä lähettäneet kunnalle mitään täältä"),
        ("can we withdraw our proposal?", "press Withdraw"),
    ],
)
def test_what_became_of_what_was_sent_is_answered_before_anything_was(text: str, words: str) -> None:
    assert words in said(stage("vasa"), text, code="")[0].text


def sent() -> Stage:
    """A stage on which an idea was sent to the contact person."""
    on = stage("vasa")
    for text in (NEED, "ja", "Skicka idén till kontaktpersonen", "Hoppa över", "Skicka till kommunen"):
        said(on, text)
    return on


def test_how_a_case_stands_is_shown_where_it_is_asked_and_asked_of_nobody() -> None:
    on = sent()
    posted = len(on.chats[-1001])
    shown = said(on, "hur går det med vårt ärende?")
    assert [
        (item.text.startswith("Ärende K7WM4"), "Läge: väntar på kontaktpersonen" in item.text) for item in shown
    ] == [(True, True)]
    said(on, "Något annat")
    told = said(on, "vad händer med vår idé nu?")
    assert told[0].text.splitlines()[1].endswith(": väntar på kontaktpersonen")
    assert (session(on).need.text, len(on.chats[-1001])) == (NEED, posted)

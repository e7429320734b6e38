"""Which form fits, in chat: only what is not known is asked, only while it matters, and nothing answered is lost."""

import itertools
from collections.abc import Mapping
from functools import cache

import pytest

from dialogs import texts
from dialogs.advice import known, result
from dialogs.conversation.session import AdviceAnswers, Search
from dialogs.conversation.world import World
from dialogs.finding.same_need import for_this_need
from dialogs.records.need import Match, Need
from dialogs.records.proposal import Answer, Proposal
from knowledge.advice.questions import OPTIONS, UNKNOWN, YES_NO, questions
from knowledge.language import Language
from knowledge.municipality.pack import Form, Pack
from tests.dialogs.advice.an_adviser import (
    ASSOCIATION,
    LEXICON,
    NEED,
    PACKS,
    PARTNERS,
    a_stage,
    a_turn,
    adviser,
    kept,
    last,
    stops,
)
from tests.stages.in_memory import Stage, at

FLAGS = (
    *("permit", "county", "conditions", "find-the-plan", "no-open-round", "framework", "host", "not-welfare"),
    *("no-grants-to-business", "associations-only", "social-requirements"),
)


def test_what_the_need_says_is_not_asked() -> None:
    asks_money = a_turn("vasa", need=NEED, search=Search(money=True))
    assert known.said(asks_money) == {"want": "money"}
    shelter = Need("Vi har rum för kvinnor som flyr", topics=("shelter",), offices=("welfare",))
    assert known.said(a_turn("vaxjo", need=shelter)) == {"shelter": "true"}
    assert known.answers(a_turn("vaxjo", need=shelter), {"shelter": "true"})["topic"] == "shelter"


def test_what_the_proposal_says_is_not_asked() -> None:
    given = {
        "GU01": Answer("given", "Vasa Exempelförening rf", "Vasa Exempelförening rf"),
        "FP03": Answer("given", "Vi lagar mat ihop.", "Vi lagar mat ihop."),
        "FP15": Answer("given", "Lokal", ["premises"]),
        "FP16": Answer("given", "Utanförskap", ["exclusion"]),
        "FP18": Answer("given", "Volontärer", ["volunteers"]),
    }
    draft = Proposal("p1", 101, "vasa", "partnership-2023", "sv", answers=given)
    turn = a_turn("vasa", proposal=draft)
    assert known.said(turn) == {"who": "association", "scope": "specific", "resources": "both", "plan": "true"}
    put_off = draft.but(answers={key: Answer("unknown") for key in given})
    assert known.said(a_turn("vasa", proposal=put_off)) == {}
    # An answer given here goes before what the proposal says.
    corrected = a_turn("vasa", said={"who": "foundation"}, proposal=draft)
    assert known.said(corrected)["who"] == "foundation"


def test_a_known_wish_is_told_and_not_asked() -> None:
    stage = a_stage("vasa", need=NEED, search=Search(money=True))
    assert "Det här vet jag redan: ni söker pengar till er verksamhet." in last(stage)
    stage.say(101, 101, "förening")
    assert "Gäller idén vård" in last(stage)


def test_back_keeps_answers() -> None:
    stage = a_stage("goteborg")
    for word in ("förening", "samarbeta", "vår egen"):
        stage.say(101, 101, word)
    before = kept(stage)
    stage.say(101, 101, "tillbaka")
    stage.say(101, 101, "tillbaka")
    assert "Nu står: Samarbeta" in last(stage)
    assert kept(stage) == before == {**ASSOCIATION, "initiative": "own"}
    stage.say(101, 101, "behåll svaret")
    assert "Gäller det en viss sak" in last(stage)
    for _ in range(4):
        stage.say(101, 101, "tillbaka")
    assert (stage.sessions[101, 101].place, kept(stage)) == ("office", before)


def test_answers_survive_a_change_of_language() -> None:
    stage = a_stage("goteborg", said=ASSOCIATION)
    stage.say(101, 101, "/language")
    stage.press(101, 101, "Suomeksi")
    assert "Kenen idea tämä on?" in last(stage)
    assert kept(stage) == ASSOCIATION


def test_a_person_is_one_press_away_and_returns_to_the_question() -> None:
    stage = a_stage("vasa", said=ASSOCIATION)
    asked = last(stage)
    stage.press(101, 101, "Prata med en person")
    stage.press(101, 101, "Tillbaka till frågan")
    assert last(stage).endswith(asked)


def test_forms_asked_in_the_middle_of_a_proposal_leads_back_to_it() -> None:
    stage = Stage(World({"vasa": PACKS["vasa"]}, LEXICON), at("2023-09-01T06:00"))
    stage.say(101, 101, "gubbarna i byn sitter hemma hela vintern och pratar inte med någon")
    for words in ("1", "skriva ett förslag", "börja", "/forms", "Vilken form passar oss?", "tillbaka"):
        stage.say(101, 101, words)
    assert (stage.sessions[101, 101].place, stage.sessions[101, 101].asking) == ("proposal.ask", "FP01")


def test_another_need_keeps_who_asks_and_drops_the_rest() -> None:
    told = AdviceAnswers({"who": "wise", "market": "true"}, about="Vi vill städa")
    turn = for_this_need(a_turn("vasa", need=NEED, form="PROC", advice=told))
    assert (turn.session.form, turn.session.advice) == ("", AdviceAnswers({"who": "wise"}, about=NEED.text))
    longer = NEED.but(text=f"{NEED.text}\noch i stan")
    same = a_turn("vasa", need=longer, form="PROC", advice=told.but(about=NEED.text))
    assert for_this_need(same).session.form == "PROC"


@pytest.mark.covers("V27")
def test_the_result_says_what_decided_and_what_could_change_it() -> None:
    stage = a_stage("vasa", said={**PARTNERS, "care": "false"}, need=NEED)
    shown = last(stage)
    assert "Det här ser ut att passa: Partnerskapsavtal" in shown
    assert "Det som avgör: båda bidrar, och idén är er egen." in shown
    assert "Om det gäller allt ni gör kan det i stället bli: Understöd." in shown
    assert "Om företag säljer samma sak kan det i stället bli: Köp av tjänst." in shown
    assert "En lucka betyder inte nej." in shown
    assert "En människa beslutar." in shown
    assert stage.sessions[101, 101].form == "PARTNERSHIP"
    stage.press(101, 101, "De sex sakerna")
    assert "6. Ni har någon som får lön. – oklart" in last(stage)


@pytest.mark.covers("V27")
def test_the_six_things_follow_the_proposal() -> None:
    given = {
        "GU13": Answer("given", "", {"rules": "yes", "board": "no", "auditor": "yes"}),
        "GU14": Answer("given", "", "Öppen träff varje onsdag"),
        "GU15": Answer("given", "", {"paid": 0, "volunteers": 12}),
        "GU16": Answer("given", "", [{"source": "Avgifter", "sum": 1500, "note": ""}]),
    }
    draft = Proposal("p1", 101, "vasa", "partnership-2023", "sv", answers=given)
    outcome = result.conditions(a_turn("vasa", proposal=draft, municipality="vasa"))
    states = [line.rpartition("– ")[2] for line in outcome.replies[0].text.splitlines() if line[:1].isdigit()]
    assert states == ["oklart", "ja", "nej", "ja", "ja", "nej"]


@pytest.mark.covers("G8")
@pytest.mark.parametrize("pack", ["goteborg", "ostersund"])
def test_the_criteria_one_by_one(pack: str) -> None:
    stage = a_stage(pack, said={**PARTNERS, "market": UNKNOWN, "resources": "one"})
    stage.press(101, 101, "Villkoren, ett i taget")
    assert _states(stage) == ["ja", "oklart", "oklart", "nej", "ja", "ja", "oklart"]
    stage.press(101, 101, "Svara på det oklara")
    stage.say(101, 101, "ja")
    stage.press(101, 101, "Svara på det oklara")
    stage.say(101, 101, "nej")
    assert _states(stage) == ["ja", "ja", "oklart", "nej", "ja", "ja", "nej"]
    assert "Det finns ingen mall" in last(stage)
    stage.say(101, 101, "tillbaka")
    assert "Det här ser ut att passa" in last(stage)


def _states(stage: Stage) -> list[str]:
    return [line.rpartition("– ")[2] for line in last(stage).splitlines() if line[:1].isdigit()]


@pytest.mark.covers("G7", "O7")
def test_iop_is_spelled_out_the_first_time() -> None:
    shown = last(a_stage("goteborg", said=PARTNERS))
    assert 0 <= shown.lower().index("idéburet offentligt partnerskap") < shown.index("IOP")


@pytest.mark.covers("V23")
@pytest.mark.parametrize("stop", ["statutory", "municipality_details", "market"])
def test_a_stop_leads_to_procurement_and_is_the_reason(stop: str) -> None:
    shown = last(a_stage("vasa", said={**PARTNERS, "care": "false", stop: "true"}))
    assert "Det här ser ut att passa: Köp av tjänst" in shown
    assert texts.plain(Language.SV, f"advice.because.{stop}.true") in shown


@pytest.mark.covers("O10", "O11", "O12")
def test_newer_law_is_shown_with_its_date_and_source() -> None:
    company = last(a_stage("ostersund", said={"who": "company", "want": "money"}))
    assert "Kommunen ger inte bidrag till företag." in company
    assert "Sedan den 1 januari 2023 finns två slag" in company
    assert "prop. 2021/22:135, lästa 22.11.2026" in company
    shelter = last(a_stage("vaxjo", said={**ASSOCIATION, "shelter": "true"}))
    assert "Sedan den 1 april 2024 behöver en förening i Sverige tillstånd" in shelter
    care = last(a_stage("vasa", said={**ASSOCIATION, "care": "true"}))
    assert "Sedan den 1 januari 2023 sköter välfärdsområdena" in care
    assert "Vården sköts av Österbottens välfärdsområde." in care


@pytest.mark.covers("X4")
def test_vaxjo_says_no_at_welfare_and_names_the_other_door() -> None:
    need = Need("bidrag", topics=("exclusion",), offices=("welfare",))
    said = {**PARTNERS, "want": "money"}
    shown = last(a_stage("vaxjo", said=said, need=need))
    assert "ger inga bidrag till föreningar" in shown
    assert "Kultur- och fritidsförvaltningen" in shown


def test_help_for_oneself_meets_the_help_lines_and_keeps_nothing() -> None:
    stage = a_stage("ostersund", said={"who": "private"})
    stage.press(101, 101, "Jag behöver själv hjälp")
    assert "112" in last(stage)
    assert kept(stage) == {"who": "private"}
    typed = a_stage("ostersund", said=ASSOCIATION)
    typed.say(101, 101, "jag orkar inte leva längre")
    assert "112" in last(typed)


def test_a_changed_answer_changes_the_result() -> None:
    stage = a_stage("vasa", said={**PARTNERS, "care": "false"}, need=NEED)
    stage.press(101, 101, "Ändra ett svar")
    stage.press(101, 101, "Ändra: Andra som säljer")
    stage.press(101, 101, "Ja")
    assert "Köp av tjänst" in last(stage)
    assert stage.sessions[101, 101].form == "PROC"


def test_a_forged_answer_changes_nothing() -> None:
    from dialogs.advice import advising

    turn = a_turn("vasa", said=ASSOCIATION, municipality="vasa", place="advice")
    for forged in ("", "who", "who=king", "want=self-help", "nonsense=true"):
        assert advising.answer(turn, forged).session.advice == turn.session.advice


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_every_flag_reason_and_question_has_a_text(pack: Pack, language: Language) -> None:
    keys = questions(pack)
    wanted = [
        *(f"advice.flags.{flag}" for flag in (*FLAGS, *(flag for stop in pack.stops for flag in stop.flags))),
        *(f"advice.questions.{key}.{part}" for key in questions(pack) for part in ("label", "ask", "hint")),
        *(f"advice.because.{key}.{value}" for key in keys for value in (*OPTIONS.get(key, YES_NO), UNKNOWN)),
        *(f"advice.forms.{form.value.lower()}" for form in Form),
    ]
    assert [key for key in wanted if key not in texts.keys(language)] == []


@cache
def _sweep(pack: str) -> tuple[Mapping[str, str], ...]:
    """Answers of which every form, office, flag, reason and second form is said, of all pairs of answers the first."""
    base = {**PARTNERS, **dict.fromkeys(stops(pack), "false")}
    pairs = [(key, value) for key in base for value in (*OPTIONS.get(key, YES_NO), UNKNOWN)]
    met: set[object] = set()
    wanted = []
    for (one, first), (two, second) in itertools.combinations(pairs, 2):
        said = {**base, one: first, two: second}
        advice = adviser(pack, said)
        parts = {
            advice.form,
            ("office", advice.office),
            *advice.flags,
            *advice.because,
            *(("second", form) for form in advice.second),
        }
        if not parts <= met:
            met |= parts
            wanted.append(said)
    return tuple(wanted)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("pack", PACKS)
def test_every_advice_can_be_said(pack: str, language: Language) -> None:
    """All the forms, flags and reasons that a sweep over the answers brings, in every language and municipality."""
    topics = tuple(PACKS[pack].catalogue.topics)[:1]
    for said in _sweep(pack):
        assert set(adviser(pack, said).flags) <= set(FLAGS)
        turn = a_turn(pack, said=said, municipality=pack, language=language.value, need=Need(topics=topics))
        text = result.ask(turn).replies[0].text
        assert 0 < len(text) < 2500


def test_matches_alone_are_no_choice() -> None:
    """A topic that was only suggested does not answer the question about shelter."""
    suggested = Need("rum", matches=(Match("shelter", 0.5, ("rum",)),))
    assert known.said(a_turn("vaxjo", need=suggested)) == {}

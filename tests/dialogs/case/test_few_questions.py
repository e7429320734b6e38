"""The few questions before an idea goes to a municipality without a call."""

import pytest

from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from dialogs.records.proposal import Answer, Proposal
from knowledge.language import Language
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

ME = 101
NEEDS = {
    "vaxjo": "Många nyanlända kvinnor i Araby känner ingen och lär sig inte svenska",
    "goteborg": "Utsatta EU-medborgare har ingenstans att sova när det är kallt ute på natten",
    "ostersund": "Ungdomar i Lit har inget jobb och ingenting att göra på dagarna",
}


def stage(name: str) -> Stage:
    """A stage on which the idea is about to be sent to the contact person."""
    on = Stage(World({name: world().packs[name]}, world().lexicon), at("2026-12-01T08:00"), staff={name: -1001})
    for text in (NEEDS[name], "1", "Skicka idén till kontaktpersonen"):
        on.say(ME, ME, text)
    return on


def session(on: Stage) -> Session:
    return on.sessions[ME, ME]


def last(on: Stage) -> str:
    return on.chats[ME][-1].text


def asked(on: Stage) -> list[str]:
    """Skip every question that is asked, and return their fields in order."""
    on.say(ME, ME, "Svara på frågorna")
    return asked_on(on)


@pytest.mark.parametrize("name", sorted(NEEDS))
def test_the_smallest_set_is_asked_and_what_the_need_says_is_filled_in(name: str) -> None:
    on = stage(name)
    assert (session(on).place, "ungefär fem minuter" in last(on)) == ("idea.short", True)
    assert asked(on) == ["FP01", "FP03", "FP18", "FP15", "FP12", "GU01", "GU02", "GU06", "GU09", "GU17"]
    draft = next(iter(on.proposals.values()))
    assert (draft.answers["FP02"].said, draft.answers["FP04"].state) == (NEEDS[name], "given")


def test_every_question_may_be_skipped_and_the_preview_comes_at_the_end() -> None:
    on = stage("vaxjo")
    asked(on)
    assert (session(on).place, NEEDS["vaxjo"] in last(on)) == ("idea.preview", True)
    on.say(ME, ME, "Skicka till kommunen")
    assert [case.need.text for case in on.cases.values()] == [NEEDS["vaxjo"]]


def test_the_idea_may_go_without_the_questions() -> None:
    on = stage("ostersund")
    on.say(ME, ME, "Skicka utan frågorna")
    assert (session(on).place, on.proposals) == ("idea.name", {})


def test_an_answer_in_the_chat_is_as_good_as_an_address() -> None:
    on = stage("vaxjo")
    on.say(ME, ME, "Svara på frågorna")
    while session(on).asking != "GU06":
        on.say(ME, ME, "Hoppa över")
    on.say(ME, ME, "svara här i chatten")
    draft = next(iter(on.proposals.values()))
    assert (draft.answers["GU06"].state, draft.answers["GU06"].value) == ("given", "chat")
    for _ in range(2):
        on.say(ME, ME, "Hoppa över")
    assert "Svara här i chatten" in last(on)


def test_the_preview_names_the_department_where_there_are_several() -> None:
    on = stage("vaxjo")
    asked(on)
    assert "Enhet\nIntegrations- och mångfaldsberedningen" in last(on)


@pytest.mark.covers("G8")
@pytest.mark.parametrize(("name", "checked"), [("goteborg", True), ("ostersund", True), ("vaxjo", False)])
def test_where_a_partnership_is_possible_the_self_check_is_offered_first(name: str, *, checked: bool) -> None:
    labels = [offer.label for offer in stage(name).chats[ME][-1].offers]
    assert ("Vilken form passar?" in labels) == checked


def test_back_from_the_first_question_leads_to_the_offer() -> None:
    on = stage("goteborg")
    on.say(ME, ME, "Svara på frågorna")
    on.say(ME, ME, "Tillbaka")
    assert (session(on).place, "10 korta frågor" in last(on)) == ("idea.short", True)


def test_no_documents_and_no_last_day_are_spoken_of() -> None:
    on = stage("ostersund")
    asked(on)
    on.say(ME, ME, "Ändra")
    verbs = [offer.action.verb for offer in on.chats[ME][-1].offers]
    assert (session(on).place, "papers.make" in verbs, "omgång" in last(on)) == ("proposal.summary", False, False)


def test_a_municipality_with_a_call_keeps_its_own_way() -> None:
    packs = {"vasa": world().packs["vasa"]}
    on = Stage(World(packs, world().lexicon), at("2023-09-01T06:00"))
    for text in ("Många äldre sitter ensamma hemma", "1", "Skicka idén till kontaktpersonen"):
        on.say(ME, ME, text)
    assert session(on).place == "idea.name"


@pytest.mark.parametrize("language", list(Language))
def test_the_offer_is_made_in_every_language(language: Language) -> None:
    on = stage("goteborg")
    on.say(ME, ME, "/language")
    on.press(ME, ME, {"sv": "Svenska", "fi": "Suomeksi", "en": "In English"}[language])
    assert (session(on).place, "10" in last(on)) == ("idea.short", True)


NAME = Answer("given", "Byalaget", "Byalaget")
MAIL = Answer("given", "info@byalaget.se", "info@byalaget.se")


def second(name: str) -> Stage:
    """The same for somebody who has sent an idea before, at the questions."""
    on = stage(name)
    before = Proposal(
        "old", ME, name, "", "sv", {"GU01": NAME, "GU06": MAIL, "FP01": Answer("given", "Kaffe", "Kaffe")}
    )
    on.proposals["old"] = before.but(case="P3QX9")
    on.say(ME, ME, "Svara på frågorna")
    return on


@pytest.mark.parametrize("name", sorted(NEEDS))
def test_the_basics_of_the_association_are_offered_again_as_where_there_is_a_call(name: str) -> None:
    on = second(name)
    assert (session(on).place, "Byalaget" in last(on), "info@byalaget.se" in last(on)) == ("again", True, True)
    on.press(ME, ME, "Grunduppgifter: Byalaget")
    draft = on.proposals[session(on).proposal]
    assert {key: draft.answers[key] for key in ("GU01", "GU06")} == {"GU01": NAME, "GU06": MAIL}
    assert ("FP01" in draft.answers, draft.answers["FP02"].said) == (False, NEEDS[name])
    assert (session(on).asking, last(on).startswith("Det ni har svarat förut är ifyllt.")) == ("FP01", True)
    assert {"GU01", "GU06"}.isdisjoint(asked_on(on))


def test_whoever_begins_empty_or_has_written_nothing_comes_to_the_questions_at_once() -> None:
    on = second("vaxjo")
    on.press(ME, ME, "Börja från början")
    assert (session(on).asking, "GU01" in asked_on(on)) == ("FP01", True)


def asked_on(on: Stage) -> list[str]:
    """Skip every question from the present one on, and return their fields in order."""
    fields = []
    while session(on).place == "proposal.ask":
        fields.append(session(on).asking)
        on.say(ME, ME, "Hoppa över")
    return fields

"""The office as it is shown: its doors and rules, what must be said, and what is there without documents."""

from dataclasses import replace

import pytest

from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.events import Chose, Sender
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Session, Snapshot
from dialogs.conversation.world import World
from dialogs.finding import office
from dialogs.step import step
from knowledge.language import Language
from tests.stages.in_memory import Stage, at
from tests.stages.standing import standing, world

WRITE = Offer("Skriv ett förslag", Action("proposal.new"))
SESSION = Session(101, 101, "sv", "vasa", "office", greeted=True, offers=(WRITE,), revision=1)


@pytest.mark.parametrize(
    ("spoken", "municipality", "language"),
    [
        ("fi", "vasa", Language.FI),
        ("en", "vasa", Language.SV),
        ("sv", "ostersund", Language.SV),
        ("en", "ostersund", Language.SV),
    ],
)
def test_documents_begin_in_the_chat_s_language_or_the_municipality_s_first(
    spoken: str, municipality: str, language: Language
) -> None:
    turn = standing(SESSION.but(language=spoken, municipality=municipality))
    assert office.language_of(turn, turn.home) == language


def test_an_old_button_to_write_is_answered_where_there_are_no_documents() -> None:
    session = SESSION.but(municipality="ostersund")
    pressed = Chose(Sender(101, 101, "Anna", "sv"), 1, 0, 5)
    outcome = step(session, pressed, world(), at("2023-09-01T06:00"), Snapshot("K7WM4", "p9"))
    [draft] = [effect.proposal for effect in outcome.effects if isinstance(effect, SaveProposal)]
    assert (draft.municipality, draft.document_language) == ("ostersund", "sv")
    assert outcome.session.place == "proposal.ask"


NO_GRANTS = "Arbete och välfärd ger inte längre bidrag till föreningar."


def vaxjo(*texts: str) -> list[str]:
    """What a person in Växjö is told, message by message, on the first of December 2026."""
    packs = {"vaxjo": world().packs["vaxjo"]}
    stage = Stage(World(packs, world().lexicon), at("2026-12-01T08:00"), staff={"vaxjo": -1001})
    for text in texts:
        stage.say(101, 101, text)
    return [shown.text for shown in stage.chats[101]]


@pytest.mark.covers("X2", "X7", "X8")
@pytest.mark.parametrize(
    "need",
    [
        "Vi vill söka socialt föreningsbidrag för hemlösa",
        "Kan arbete och välfärd ge oss pengar till ett språkkafé?",
        "vi behöver ekonomisk hjälp till vår öppna mötesplats för utsatta",
        "Kan ni finansiera vår träff för ensamma äldre?",
    ],
)
def test_where_welfare_gives_no_grants_it_is_said_whenever_money_is_asked_for(need: str) -> None:
    told = vaxjo(need, "1")[-1]
    assert (NO_GRANTS in told, "söka hos andra enheter" in told) == (True, True)


@pytest.mark.covers("X2", "X7", "X8")
def test_the_topic_of_money_says_the_same_with_both_other_doors() -> None:
    told = vaxjo("Se alla utmaningar", "Stöd till föreningar")[-1]
    doors = ("kultur- och fritidsförvaltningen", "integrations- och mångfaldsberedningen")
    assert [NO_GRANTS in told, *(door in told for door in doors)] == [True, True, True]


@pytest.mark.covers("X2", "X7", "X8")
@pytest.mark.parametrize("question", ["Hur söker vi föreningsbidrag?", "Hur mycket pengar kan man få?"])
def test_a_question_about_money_says_it_too(question: str) -> None:
    told = vaxjo(question)[0]
    doors = ("Kultur- och fritidsförvaltningen", "Integrations- och mångfaldsberedningen")
    assert [NO_GRANTS in told, *(door in told for door in doors)] == [True, True, True]


@pytest.mark.parametrize(
    ("need", "told"), [("bidrag till nya mattor till brottningen", False), ("Ensamma äldre sitter hemma", True)]
)
def test_the_last_day_of_the_call_is_not_told_of_a_plain_grant(need: str, *, told: bool) -> None:
    stage = Stage(World({"vasa": world().packs["vasa"]}, world().lexicon), at("2023-09-01T06:00"))
    stage.say(101, 101, need)
    if told:
        stage.press(101, 101, "Ja, ensamhet")
    assert ("Sista dag:" in stage.chats[101][-1].text, "I Vasa" in stage.chats[101][-1].text) == (told, True)


def test_who_asks_for_no_money_is_told_nothing_of_grants() -> None:
    assert NO_GRANTS not in vaxjo("Många äldre i Araby är ensamma och träffar ingen", "1")[-1]


@pytest.mark.covers("X6")
def test_a_shelter_is_met_with_its_permit_and_a_warning_at_once() -> None:
    told = vaxjo("Vi vill ordna skyddat boende för våldsutsatta kvinnor")
    permit, address = "Sedan den 1 april 2024 behöver en förening tillstånd", "Skriv aldrig här var ett skyddat boende"
    assert (permit in told[-1], address in told[-1]) == (True, True)
    assert permit in vaxjo("Vi vill ordna skyddat boende för våldsutsatta kvinnor", "1")[-1]


def test_the_switchboard_is_named_once_and_only_for_the_municipality_itself() -> None:
    packs = world().packs
    for name, once in (("vasa", 1), ("goteborg", 1)):
        stage = Stage(World({name: packs[name]}, world().lexicon), at("2026-12-01T08:00"))
        stage.say(101, 101, "/contact")
        assert stage.chats[101][0].text.count("växel") == once
    outside = {name: [role.id for role in pack.roles.values() if not role.ours] for name, pack in packs.items()}
    assert outside == {
        "vasa": ["umbrella", "county"], "vaxjo": [], "goteborg": ["agreement-office"], "ostersund": [],
    }  # fmt: skip


def test_the_operators_address_of_the_registrar_is_shown() -> None:
    vasa = world().packs["vasa"]
    roles = {**vasa.roles, "registrar": replace(vasa.roles["registrar"], contact="registrator@vasa.example")}
    stage = Stage(World({"vasa": replace(vasa, roles=roles)}, world().lexicon), at("2026-12-01T08:00"))
    for text in ("/contact", "Vart skickar vi pappren?"):
        stage.say(101, 101, text)
        assert any("registrator@vasa.example" in shown.text for shown in stage.chats[101][-3:])

"""A navigator finds ended cases with the real turns: what is loaded for a word, a reference, a page."""

from dialogs.conversation.world import World
from dialogs.records.case import Case
from dialogs.records.case_states import CaseState
from dialogs.records.need import Need
from tests.stages.in_memory import STAFF, Stage, at, no_papers
from tests.stages.standing import world

NORA = 201
STARTED = at("2023-09-04T06:00")


def desk() -> Stage:
    stage = Stage(World({"vasa": world().packs["vasa"]}, world().lexicon), STARTED, render=no_papers)
    for name, who in (("K7WM4", "Byalaget"), ("C8RV2", "Kören"), ("P3QX9", "Kyrkokören")):
        ended = {"state": CaseState.CLOSED, "closed_at": STARTED}
        stage.cases[name] = Case(
            name, "vasa", 101, "sv", "Idé", Need("Vi ses"), (), who=who, opened_at=STARTED, **ended
        )
    stage.cases["J4HM6"] = stage.cases["C8RV2"].but(reference="J4HM6", municipality="vaxjo")
    return stage


def test_ended_cases_are_found_by_their_association_and_those_of_others_never() -> None:
    stage = desk()
    stage.say(STAFF, NORA, "/find kören", name="Nora")
    assert stage.chats[STAFF][-1].text.splitlines() == [
        "2 ärenden med kören, det nyaste först:",
        "C8RV2 · Idé · Kören · avslutad",
        "P3QX9 · Idé · Kyrkokören · avslutad",
    ]
    stage.say(STAFF, NORA, "j4hm6", name="Nora")
    assert len(stage.chats[STAFF]) == 1
    stage.say(STAFF, NORA, "k7wm4", name="Nora")
    assert stage.chats[STAFF][-1].text.startswith("K7WM4 · Idé")

"""A round is decided through the real turns: typed and pressed, by one of two navigators, told to everybody once."""

from datetime import timedelta

import pytest

from dialogs.conversation.world import World
from dialogs.records.case_states import CaseState
from tests.dialogs.rounds.a_round import ENGLISH, FINNISH, GONE, SWEDISH
from tests.stages.in_memory import STAFF, Stage, at
from tests.stages.standing import world

NORA, NIKO = 201, 202


@pytest.fixture
def stage() -> Stage:
    """A desk with the four cases of a round, and one of another kind."""
    town = Stage(World({"vasa": world().packs["vasa"]}, world().lexicon), at("2023-10-02T06:00"))
    cases = (SWEDISH, FINNISH, ENGLISH, GONE, SWEDISH.but(reference="W9FG3", round="", chat=104))
    opened = {case.reference: town.now + timedelta(minutes=number) for number, case in enumerate(cases)}
    town.cases |= {case.reference: case.but(opened_at=opened[case.reference]) for case in cases}
    return town


def said(stage: Stage, text: str, user: int = NORA) -> str:
    """Type something at the desk; return what was said there last."""
    before = len(stage.chats.get(STAFF, []))
    stage.say(STAFF, user, text, name={NORA: "Nora", NIKO: "Niko"}[user])
    return "\n\n".join(shown.text for shown in stage.chats[STAFF][before:])


def got(stage: Stage, chat: int) -> list[str]:
    """The first lines of the decisions that an association was told."""
    heads = [shown.text.partition("\n")[0] for shown in stage.chats.get(chat, [])]
    return [head for head in heads if head.startswith(("Beslut", "Päätös", "Decision"))]


@pytest.mark.parametrize("begin", ["/decide", "/decide partnerskap 2023", "besluta om omgången"])
def test_a_round_is_decided_by_typing_alone(stage: Stage, begin: str) -> None:
    assert "1  K7WM4 · Köket" in said(stage, begin)
    assert "W9FG3" not in said(stage, "1 och 2")
    assert "hur slutar de här ärendena: K7WM4, P3QX9?" in said(stage, "gå vidare")
    assert "språket svenska" in said(stage, "inte vald")
    assert "språket finska" in said(stage, "Pengarna räcker inte.")
    assert "vilken annan väg har föreningarna?" in said(stage, "samma ord")
    assert "Finska: P3QX9" in said(stage, "understöd")
    assert (got(stage, 101), got(stage, 102)) == ([], [])
    assert "2 ärenden i omgången väntar på beslut." in said(stage, "skicka till alla")
    assert got(stage, 101) == ["Beslut i ärende K7WM4 (Köket):"]
    assert got(stage, 102) == ["Päätös asiassa P3QX9 (Keittiö):"]
    assert stage.cases["K7WM4"].state is CaseState.CLOSED
    assert "1  C8RV2" in said(stage, "/decide", NIKO)


def test_of_two_who_decide_at_once_the_later_is_told_what_has_happened(stage: Stage) -> None:
    for user in (NORA, NIKO):
        for text in ("/decide", "1", "gå vidare", "vald", "Välkomna."):
            said(stage, text, user)
    assert "Nora har gett beslut: vald. Ärenden: K7WM4." in said(stage, "skicka till alla", NORA)
    assert "Det har hänt något i K7WM4." in said(stage, "skicka till alla", NIKO)
    assert got(stage, 101) == ["Beslut i ärende K7WM4 (Köket):"]


def test_what_somebody_else_pressed_is_not_theirs(stage: Stage) -> None:
    said(stage, "/decide", NORA)
    stage.press(STAFF, NIKO, "Alla", name="Niko")
    assert "det meddelandet är till" in stage.chats[STAFF][-1].text
    stage.press(STAFF, NORA, "Alla", name="Nora")
    assert "Ni har valt 4 av 4." in stage.chats[STAFF][-1].text


def test_a_personal_number_in_a_reason_is_stopped(stage: Stage) -> None:
    for text in ("/decide", "1", "gå vidare", "inte vald"):
        said(stage, text)
    assert "131052-308T" in said(stage, "hon med numret 131052-308T var emot")
    deciding = stage.sessions[STAFF, NORA].desk.deciding
    assert deciding is not None
    assert deciding.reasons == {}


def test_words_below_the_list_are_talk_and_the_reference_of_a_case_chooses_it(stage: Stage) -> None:
    said(stage, "/decide")
    stage.say(STAFF, NORA, "vi tar den i morgon", name="Nora")
    assert stage.outcomes[-1].replies == ()
    assert "P3QX9 · Keittiö · Kylätoimikunta · finska · vald" in said(stage, "P3QX9")

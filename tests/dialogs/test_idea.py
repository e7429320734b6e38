"""What the contact person will see of a draft that was made with another pack."""

from dataclasses import replace

from dialogs import idea
from dialogs.effects import SaveCase
from dialogs.session import Session
from dialogs.values import Answer, Need, Proposal
from dialogs.world import World
from knowledge.pack import Language
from tests.dialogs.standing import standing, world

NEED = Need("Gubbarna i byn sitter hemma", topics=("exclusion/loneliness",))
SESSION = Session(101, 101, "sv", "vasa", "idea.preview", proposal="p1", greeted=True, need=NEED)
NAME = {"GU01": Answer("given", "Byalaget rf", "Byalaget rf")}
ANSWERS = {
    **NAME,
    "FP02": Answer("given", "Hyra 500", [{"what": "Hyra", "sum": 500}]),
    "FP07": Answer("given", "Vi vill ses", "Vi vill ses"),
    "FP08": Answer("given", "12", 12),
    "FP13": Answer("given", "ett år", 12),
}
DRAFT = Proposal("p1", 101, "vasa", "2023", "sv", ANSWERS)


def label(field_id: str) -> str:
    return world().packs["vasa"].fields_by_id[field_id].label[Language.SV]


def test_answers_of_another_kind_are_seen_and_sent_as_they_were_typed() -> None:
    turn = standing(SESSION, DRAFT)
    shown = idea.preview(turn).replies[0].text
    assert [text for text in ("Hyra 500", "Vi vill ses", "12 månader") if text not in shown] == []
    [case] = [effect.case for effect in idea.send(turn).effects if isinstance(effect, SaveCase)]
    assert dict(case.lines) | {label("FP02"): "Hyra 500", label("FP07"): "Vi vill ses", label("FP08"): "12"} == dict(
        case.lines
    )


def test_the_need_is_told_where_the_draft_s_own_words_have_no_field_any_more() -> None:
    fields = tuple(field for field in world().packs["vasa"].fields if field.id != "FP02")
    vasa = replace(world().packs["vasa"], fields=fields)
    turn = replace(standing(SESSION, DRAFT), world=World({**world().packs, "vasa": vasa}, world().lexicon))
    assert NEED.text in idea.preview(turn).replies[0].text
    assert NEED.text not in idea.preview(standing(SESSION, DRAFT)).replies[0].text

"""Where an errand belongs that is no need: any label of what was learned that is a known door, and no other."""

from dataclasses import replace

import pytest

from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import OtherDoor, Pack
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.other_doors import is_anothers, other_door
from knowledge.needs.reading import read
from knowledge.needs.understand import understand

LEXICON = load_lexicon()
PACKS = load_packs()
CARE = "Vår förening vill ta över hemvården"


def learned_as(label: str) -> Lexicon:
    """The lexicon as if the door that home care leads to had this name, and its bearer the other's."""
    shares = read(CARE, LEXICON).shares(LEXICON.model, "door")
    learned = max(shares, key=lambda name: shares[name])
    swapped = {f"door:{learned}": f"door:{label}", f"door:{label}": f"door:{learned}"}
    lanes = tuple(swapped.get(lane, lane) for lane in LEXICON.model.lanes)
    return replace(LEXICON, model=replace(LEXICON.model, lanes=lanes))


def door(label: str, pack: Pack, text: str = CARE) -> str | None:
    lexicon = learned_as(label)
    return other_door(read(text, lexicon), pack, lexicon)


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("own-help", "own-help"),
        ("complaint", "complaint"),
        ("chat", "chat"),
        ("ferry", None),
        ("elsewhere", None),
    ],
)
def test_a_label_that_is_a_known_door_leads_there(label: str, found: str | None) -> None:
    assert door(label, PACKS["goteborg"]) == found


def test_a_pack_adds_doors_of_its_own() -> None:
    own = replace(PACKS["goteborg"], other_doors={"ferry": OtherDoor("ferry", {})})
    assert (door("ferry", own), door("ferry", PACKS["goteborg"])) == ("ferry", None)


@pytest.mark.parametrize("text", ["", "qwerty zxcv"])
def test_what_says_nothing_of_an_errand_has_no_door(text: str) -> None:
    assert door("own-help", PACKS["vasa"], text) is None


def test_only_a_body_outside_the_municipality_is_anothers() -> None:
    assert [(pack.id, name) for pack in PACKS.values() for name in pack.other_doors if is_anothers(name, pack)] == [
        ("vasa", "own-help")
    ]
    assert not is_anothers("complaint", PACKS["vasa"])


def test_unclear_words_belong_to_another_body_only_where_the_pack_says_so() -> None:
    told = {
        town: understand("old people wait too long for a doctor here", PACKS[town], LEXICON)
        for town in ("vasa", "vaxjo")
    }
    assert {town: (found.kind, found.door) for town, found in told.items()} == {
        "vasa": ("out_of_scope", "own-help"),
        "vaxjo": ("unclear", "own-help"),
    }

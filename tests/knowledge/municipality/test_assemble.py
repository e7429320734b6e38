"""Files without mistakes become a pack whose values know their words, their zone and each other."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from knowledge.language import Language
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import ExampleNeed, Likeness, Office, OtherDoor, Round, Rule, Status
from knowledge.municipality.validate import judge
from tests.knowledge.municipality.tiny_pack import LEXICON, WORDING, changed, pages


def test_ids_meet_their_words_and_wall_times_their_zone() -> None:
    pack = judge(pages(sv=WORDING.replace("Never.", "Aldrig."))).pack
    assert pack is not None
    zone = ZoneInfo("Europe/Helsinki")
    assert pack.round("autumn") == Round(
        id="autumn",
        name=dict.fromkeys(Language, "The autumn round"),
        status=Status.HISTORIC,
        opens=None,
        deadline=datetime(2023, 9, 15, 15, 45, tzinfo=zone),
        pitch=datetime(2023, 9, 19, 16, 30, tzinfo=zone),
        pitch_minutes=10,
        facts=("V1",),
    )
    assert pack.round("autumn").deadline.astimezone(UTC) == datetime(2023, 9, 15, 12, 45, tzinfo=UTC)
    assert pack.office("welfare").rules[1] == Rule(
        id="never",
        request="grant",
        accepts=False,
        valid_from=date(2016, 1, 1),
        valid_until=None,
        successors=("leisure",),
        note={Language.SV: "Aldrig.", Language.FI: "Never.", Language.EN: "Never."},
        fact="V1",
    )
    assert pack.office("leisure") == Office(
        id="leisure",
        name=dict.fromkeys(Language, "Leisure"),
        why=dict.fromkeys(Language, "Because."),
        takes=dict.fromkeys(Language, "Grants."),
        refuses=dict.fromkeys(Language, ""),
        role="navigator",
        status=Status.UNVERIFIED,
        facts=("V1",),
    )


def test_another_door_has_words_a_role_and_what_it_rests_on() -> None:
    pack = judge(pages(fi=WORDING.replace("Firms go there.", "Yritykset."))).pack
    assert pack is not None
    said = {Language.SV: "Firms go there.", Language.FI: "Yritykset.", Language.EN: "Firms go there."}
    assert pack.other_doors == {"offer": OtherDoor("offer", said, "navigator", "V1")}


def test_yes_and_no_stay_words() -> None:
    pack = judge(pages()).pack
    assert pack is not None
    labels = {option.value: option.label[Language.EN] for option in pack.fields_by_id["FP15"].options}
    assert labels == {"yes": "Yes", "no": "No"}


def test_a_pack_says_which_of_its_fields_tells_what() -> None:
    pack = judge(pages()).pack
    assert pack is not None
    told = {meaning: field.id for meaning in Meaning if (field := pack.field_that_means(meaning))}
    assert told == {Meaning.TITLE: "FP01", Meaning.NEED: "FP02", Meaning.ASSOCIATION_NAME: "GU01"}


def test_a_field_of_one_country_is_asked_of_nobody_else() -> None:
    pack = judge(pages(changed("kind: ticks", "kind: ticks, country: FI"))).pack
    assert pack is not None
    asked = {country: [field.id for field in pack.asked_in(country)] for country in ("FI", "SE", "NO")}
    assert asked == {
        "FI": ["FP01", "FP02", "FP15", "GU01"],
        "SE": ["FP01", "FP02", "GU01"],
        "NO": ["FP01", "FP02", "GU01"],
    }


def test_a_lexicon_says_what_topics_are_like() -> None:
    pack = judge(pages(lexicon=LEXICON)).pack
    assert pack is not None
    assert pack.alike == {"exclusion/loneliness": Likeness({"vasa:exclusion/loneliness": 1.2}, {"lonely": 0.3})}


def test_the_everyday_needs_are_part_of_the_pack() -> None:
    pack = judge(pages()).pack
    assert pack is not None
    assert pack.needs == (ExampleNeed("Many eat alone.", Language.EN, ("exclusion/loneliness",)),)


def test_a_topic_is_described_where_the_wording_does() -> None:
    described = WORDING.replace("short: Lonely", "short: Lonely, description: Nobody to eat with.")
    packs = judge(pages(sv=described, fi=described, en=described)).pack, judge(pages()).pack
    assert [pack and pack.catalogue.topics["exclusion/loneliness"].description for pack in packs] == [
        dict.fromkeys(Language, "Nobody to eat with."),
        dict.fromkeys(Language, ""),
    ]

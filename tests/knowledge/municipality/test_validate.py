"""Every mistake that a pack's files can hold is named with its file and line, all of them at once."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from knowledge.language import Language
from knowledge.municipality.load import SHIPPED
from knowledge.municipality.pack import Likeness, Meaning, Office, Round, Rule, Status
from knowledge.municipality.validate import Pages, editor_schemas, judge
from knowledge.municipality.yaml_lines import Page, Problem

PACK = """\
id: tiny
country: FI
zone: Europe/Helsinki
currency: EUR
read: 2026-11-22
verify_by: 2027-05-22
languages: [sv, fi, en]
partnership: NAV
navigator: navigator
documents:
  sv: {basics: grunduppgifter, proposal: forslagspapper}
sources:
  page: {title: A page, url: "", dated: "2023", read: 2026-11-22}
facts:
  V1: {source: page, lines: "1", quote: some words, meaning: A fact., status: current, date: "2023", home: scheme}
catalogue:
  - id: exclusion
    topics:
      - {id: exclusion/loneliness, fact: V1, office: welfare}
offices:
  - id: welfare
    role: navigator
    status: current
    facts: [V1]
    rules:
      - {id: once, request: grant, accepts: true, valid_until: 2015-12-31, fact: V1}
      - {id: never, request: grant, accepts: false, valid_from: 2016-01-01, successors: [leisure], fact: V1}
  - {id: leisure, role: navigator, status: unverified, facts: [V1]}
roles:
  navigator: {facts: [V1]}
rounds:
  - id: autumn
    status: historic
    deadline: 2023-09-15T15:45
    pitch: 2023-09-19T16:30
    pitch_minutes: 10
    facts: [V1]
forms:
  - {form: NAV, facts: [V1]}
fields:
  - {id: FP01, kind: text, means: title, section: proposal, need: R, asked: true, limits: [3, 80], facts: [V1]}
  - {id: FP02, kind: text, means: need, section: proposal, need: R, asked: true, limits: [40, 1500], facts: []}
  - {id: GU01, kind: name, means: association-name, section: basics, need: R, asked: true, limits: [2, 9], facts: []}
  - {id: FP15, kind: ticks, section: proposal, need: O, asked: true, limits: [0, 2], options: [yes, no], facts: []}
examples:
  - {id: walk, year: "2015", topics: [exclusion/loneliness], facts: [V1]}
help_lines:
  - {id: emergency, number: "112"}
goals:
  - {value: health}
unknown: [sums]
notes: [intro]
"""

WORDING = """\
name: Tiny
scheme: Scheme
place_time: Tiny time
data_from: autumn 2023
challenges: {exclusion: Exclusion}
topics:
  exclusion/loneliness: {name: loneliness, short: Lonely}
offices:
  welfare: {name: Welfare, why: Because., takes: Ideas., refuses: Grants.}
  leisure: {name: Leisure, why: Because., takes: Grants., refuses: ""}
rules: {once: Once., never: Never.}
roles:
  navigator: {name: navigator, task: Reads.}
rounds: {autumn: The autumn round}
forms:
  NAV: {name: Talk, explained: You talk., fits: When unclear.}
fields:
  FP01: {label: Name, question: What name?, why: To talk., help: A few words., example: Soup}
  FP02: {label: Need, question: What need?, why: To know., help: Who needs it?, example: Many eat alone.}
  GU01: {label: Association, question: Which?, why: To answer., help: The whole name., example: Soup rf}
  FP15:
    label: Part
    question: What part?
    why: To know.
    help: ""
    example: ""
    options: {yes: Yes, no: No}
examples:
  walk: {title: Walk, text: In 2015 they walked.}
help_lines:
  emergency: {name: Emergency, hours: day and night}
goals: {health: Health}
unknown: {sums: {question: How much?, answer: Nobody says.}}
notes: {intro: Welcome.}
"""

TWICE = """\
stops:
  - {topic: exclusion/loneliness, rule: R4x, form: NAV, fact: V1}
  - {topic: exclusion/loneliness, rule: R4y, form: NAV, fact: V1}
"""

NEEDS = """\
- {text: Many eat alone., lang: en, topics: [exclusion/loneliness], offices: [welfare]}
"""


LEXICON = """\
exclusion/loneliness: {labels: {"vasa:exclusion/loneliness": 1.2}, concepts: {lonely: 0.3}}
"""


def pages(pack: str = PACK, needs: str = NEEDS, lexicon: str | None = None, **wordings: str | None) -> Pages:
    texts = {language: wordings.get(language.value, WORDING) for language in Language}
    return Pages(
        Page("pack.yaml", pack),
        {key: Page(f"wording.{key.value}.yaml", text) for key, text in texts.items() if text is not None},
        Page("examples.yaml", needs),
        Page("lexicon.yaml", lexicon) if lexicon is not None else None,
    )


def line_of(text: str, words: str) -> int:
    """Return the line that some words stand on, so that the expected problems do not count by hand."""
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def changed(old: str, new: str) -> str:
    """Return the pack with some words exchanged, once."""
    assert PACK.count(old) == 1
    return PACK.replace(old, new)


def test_a_pack_without_mistakes_becomes_a_pack() -> None:
    judged = judge(pages(), date(2026, 12, 1))
    assert (judged.problems, judged.pack is not None, [need.text for need in judged.needs]) == (
        (),
        True,
        ["Many eat alone."],
    )


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


def test_yes_and_no_stay_words() -> None:
    pack = judge(pages()).pack
    assert pack is not None
    labels = {option.value: option.label[Language.EN] for option in pack.fields_by_id["FP15"].options}
    assert labels == {"yes": "Yes", "no": "No"}


STATUSES = "'current', 'open', 'closed', 'historic' or 'unverified'"

MISTAKES = [
    ("currency: EUR", "currency: EUR\ncolour: red", "colour: red", "unknown key `colour`"),
    ("currency: EUR\n", "", "id: tiny", "`currency` is missing"),
    ("zone: Europe/Helsinki\n", "", "id: tiny", "`zone` is missing"),
    (
        "Europe/Helsinki",
        "Europe/Vasa",
        "zone: Europe/Vasa",
        "`zone`: `Europe/Vasa` is not a time zone (write Europe/Stockholm)",
    ),
    (
        "read: 2026-11-22\nverify_by",
        "read: soon\nverify_by",
        "read: soon",
        "`read`: `soon` is not a date (write 2027-05-22)",
    ),
    (
        "verify_by: 2027-05-22",
        "verify_by: 2026-11-22",
        "verify_by",
        "verify_by 2026-11-22 is not after the day it was read, 2026-11-22",
    ),
    (
        "deadline: 2023-09-15T15:45",
        "deadline: in September",
        "deadline:",
        "`rounds.0.deadline`: `in September` is not a date and a time (write 2027-09-15T15:45)",
    ),
    (
        "deadline: 2023-09-15T15:45",
        "deadline: 2023-09-15",
        "deadline:",
        "`rounds.0.deadline`: `2023-09-15` has no time of day (write 2027-09-15T15:45)",
    ),
    (
        "deadline: 2023-09-15T15:45",
        "deadline: 2023-09-15T15:45+02:00",
        "deadline:",
        "`rounds.0.deadline`: `2023-09-15T15:45+02:00` names a zone of its own; write the wall time of the pack's zone",
    ),
    (
        "deadline: 2023-09-15T15:45",
        "deadline: 2023-03-26T03:30",
        "deadline:",
        "2023-03-26T03:30 is not one moment in Europe/Helsinki, the clocks change",
    ),
    ("pitch: 2023-09-19", "pitch: 2023-09-14", "pitch:", "round `autumn` has its pitch before its deadline"),
    (
        "status: historic",
        "status: historic\n    opens: 2023-10-01T08:00",
        "opens:",
        "round `autumn` opens after its deadline",
    ),
    (
        "status: historic",
        "status: over",
        "status: over",
        f"`rounds.0.status`: `over` is not one of {STATUSES}",
    ),
    ("topics: [exclusion/loneliness]", "topics: [exclusion/fear]", "walk", "no topic `exclusion/fear` in this pack"),
    ("office: welfare", "office: social", "office: social", "no office `social` in this pack"),
    ("successors: [leisure]", "successors: [sports]", "never", "no office `sports` in this pack"),
    (
        "successors: [leisure]",
        "successors: [welfare]",
        "never",
        "rule `never` sends people back to `welfare`",
    ),
    ("navigator: navigator", "navigator: lots", "navigator: lots", "no role `lots` in this pack"),
    ("partnership: NAV", "partnership: IOP", "partnership", "no form `IOP` in this pack"),
    ("{source: page", "{source: book", "V1:", "no source `book` in this pack"),
    ('number: "112"}', 'number: "112"}\n  - {id: emergency, number: "113"}', "113", "`emergency` stands twice"),
    (
        "rounds:",
        TWICE + "rounds:",
        "R4y",
        "`exclusion/loneliness` stands twice",
    ),
    ("country: FI", "country: FI\ncountry: SE", "country: SE", "`country` stands twice"),
    (
        "valid_from: 2016-01-01",
        "valid_from: 2015-12-31",
        "never",
        "rules `once` and `never` overlap for a grant",
    ),
    (
        "valid_until: 2015-12-31",
        "valid_from: 2015-12-31, valid_until: 2015-01-01",
        "once",
        "rule `once` ends before it begins",
    ),
    (
        "proposal: forslagspapper",
        "proposal: Grunduppgifter",
        "sv: {basics",
        "both documents are called `Grunduppgifter`",
    ),
    ("limits: [3, 80]", "limits: [80, 3]", "FP01", "field `FP01` has limits 80 > 3"),
    ("home: scheme}", 'home: ""}', "V1:", "fact `V1` has neither a home nor an issue it waits for"),
    ("home: scheme}", "home: rounds/spring}", "V1:", "no `rounds/spring` in this pack"),
]


@pytest.mark.parametrize(("old", "new", "where", "message"), MISTAKES, ids=[item[3] for item in MISTAKES])
def test_a_mistake_in_the_pack_is_named_with_its_line(old: str, new: str, where: str, message: str) -> None:
    text = changed(old, new)
    judged = judge(pages(text))
    mistakes = [problem for problem in judged.problems if not problem.warning]
    assert mistakes == [Problem("pack.yaml", line_of(text, where), message)]
    assert judged.pack is None


def test_a_fact_that_is_not_there_is_named_at_every_place_that_rests_on_it() -> None:
    text = changed("facts:\n  V1:", "facts:\n  V2:")
    found = {problem.line for problem in judge(pages(text)).problems if problem.message.startswith("no fact")}
    lines = text.splitlines()
    later = {number for number, line in enumerate(lines, start=1) if "V1" in line}
    assert found == later


def test_an_unknown_kind_of_field_is_refused_with_the_kinds_there_are() -> None:
    text = changed("kind: text, means: title", "kind: poem, means: title")
    (problem,) = judge(pages(text)).problems
    assert (problem.file, problem.line) == ("pack.yaml", line_of(text, "FP01"))
    assert problem.message.startswith("`fields.0.kind`: `poem` is not one of 'text', 'name', 'texts'")


def test_ticks_need_something_to_tick() -> None:
    text = changed("options: [yes, no], ", "")
    words = WORDING.replace("    options: {yes: Yes, no: No}\n", "")
    assert judge(pages(text, sv=words, fi=words, en=words)).problems == (
        Problem("pack.yaml", line_of(text, "FP15"), "field `FP15` is ticks without options"),
    )


WORDS = [
    ("rules: {once: Once., never: Never.}", "rules: {once: Once.}", "rules", "no fi wording for rules `never`"),
    ("{autumn: The autumn round}", "{}", "rounds", "no fi wording for rounds `autumn`"),
    (
        "intro: Welcome.",
        "intro: Welcome., tail: More.",
        "notes",
        "words for notes `tail`, which pack.yaml does not have",
    ),
    ("{yes: Yes, no: No}", "{yes: Yes}", "FP15", "no fi wording for option `no` of `FP15`"),
    ("{yes: Yes, no: No}", "{yes: Yes, no: No, maybe: Maybe}", "maybe", "`FP15` has no option `maybe`"),
    ("short: Lonely", 'short: ""', "loneliness", "`topics.exclusion/loneliness.short` has no words"),
    ("name: Tiny\n", "", "scheme", "`name` is missing"),
    (
        "task: Reads.",
        "task: Write to somebody@example.org.",
        "task",
        "`somebody@example.org` is a mail address; a pack names roles, contacts belong to the settings",
    ),
]


@pytest.mark.parametrize(("old", "new", "where", "message"), WORDS, ids=[item[3] for item in WORDS])
def test_a_mistake_in_one_language_is_named_there(old: str, new: str, where: str, message: str) -> None:
    assert WORDING.count(old) == 1
    text = WORDING.replace(old, new)
    assert judge(pages(fi=text)).problems == (Problem("wording.fi.yaml", line_of(text, where), message),)


def test_every_section_wants_words_in_every_language() -> None:
    bare = "name: T\nscheme: S\nplace_time: P\ndata_from: D\nchallenges: {}\ntopics: {}\noffices: {}\nroles: {}\n"
    bare += "forms: {}\nfields: {}\nexamples: {}\nhelp_lines: {}\n"
    assert {problem.message for problem in judge(pages(en=bare)).problems} == {
        f"no en wording for {section} `{name}`"
        for section, name in [
            ("challenges", "exclusion"),
            ("topics", "exclusion/loneliness"),
            ("offices", "welfare"),
            ("offices", "leisure"),
            ("rules", "once"),
            ("rules", "never"),
            ("roles", "navigator"),
            ("rounds", "autumn"),
            ("forms", "NAV"),
            ("fields", "FP01"),
            ("fields", "FP02"),
            ("fields", "FP15"),
            ("fields", "GU01"),
            ("examples", "walk"),
            ("help_lines", "emergency"),
            ("goals", "health"),
            ("unknown", "sums"),
            ("notes", "intro"),
        ]
    }


def test_a_language_without_a_file_is_named() -> None:
    assert judge(pages(fi=None)).problems == (Problem("pack.yaml", 1, "there is no wording.fi.yaml"),)


def test_an_everyday_need_expects_topics_and_offices_of_the_pack() -> None:
    needs = NEEDS + "- {text: I fear., lang: sv, topics: [fear], offices: [police]}\n"
    assert judge(pages(needs=needs)).problems == (
        Problem("examples.yaml", 2, "no office `police` in this pack"),
        Problem("examples.yaml", 2, "no topic `fear` in this pack"),
    )


def test_an_everyday_need_is_in_a_language_that_lots_speaks() -> None:
    assert judge(pages(needs=NEEDS.replace("lang: en", "lang: de"))).problems == (
        Problem("examples.yaml", 1, "`0.lang`: `de` is not one of 'sv', 'fi' or 'en'"),
    )


@pytest.mark.parametrize(
    ("deadline", "messages"),
    [
        ("2027-03-29T15:45", ["round `autumn` ends on a holiday, 2027-03-29: offices are closed"]),
        ("2027-06-25T12:00", ["round `autumn` ends on a holiday, 2027-06-25: offices are closed"]),
        ("2027-09-15T23:59", ["round `autumn` ends at 23.59, when nobody is reminded"]),
        ("2027-09-15T08:59", ["round `autumn` ends at 08.59, when nobody is reminded"]),
        ("2027-09-15T20:00", []),
        ("2027-09-15T09:00", []),
    ],
)
def test_a_deadline_that_nobody_can_be_reminded_of_on_its_day_warns(deadline: str, messages: list[str]) -> None:
    text = changed("deadline: 2023-09-15T15:45\n    pitch: 2023-09-19T16:30", f"deadline: {deadline}")
    judged = judge(pages(text))
    assert judged.problems == tuple(Problem("pack.yaml", 34, message, warning=True) for message in messages)
    assert judged.pack is not None


def test_a_past_verify_by_warns_and_leaves_the_pack_usable() -> None:
    late = judge(pages(), date(2027, 5, 23))
    message = "not confirmed since 2026-11-22: verify_by 2027-05-22 has passed"
    assert late.problems == (Problem("pack.yaml", 6, message, warning=True),)
    assert late.pack is not None
    assert str(late.problems[0]) == f"pack.yaml:6: warning: {message}"


def test_the_day_of_verify_by_itself_is_in_time() -> None:
    assert judge(pages(), date(2027, 5, 22)).problems == ()


def test_broken_yaml_is_a_problem_with_its_line() -> None:
    judged = judge(pages("id: tiny\nzone: [Europe\ncountry: FI\n"))
    assert [(item.file, item.line, item.message[:9]) for item in judged.problems] == [("pack.yaml", 3, "not YAML:")]


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list\n", "12", "? [a, b]\n: c\n", "\x00"])
def test_a_file_of_another_kind_never_raises(text: str) -> None:
    judged = judge(pages(text))
    assert judged.pack is None
    assert {item.file for item in judged.problems} == {"pack.yaml"}


def test_all_problems_come_at_once_and_in_order() -> None:
    text = changed("limits: [3, 80]", "limits: [80, 3]").replace("office: welfare", "office: social")
    words = WORDING.replace("rules: {once: Once., never: Never.}", "rules: {}")
    assert [str(problem) for problem in judge(pages(text, sv=words)).problems] == [
        f"pack.yaml:{line_of(text, 'office: social')}: no office `social` in this pack",
        f"pack.yaml:{line_of(text, 'FP01')}: field `FP01` has limits 80 > 3",
        "wording.sv.yaml:11: no sv wording for rules `never`",
        "wording.sv.yaml:11: no sv wording for rules `once`",
    ]


TITLE = "kind: text, means: title"
WRONG_MEANINGS = [
    ("means: title", "means: poem", "FP01", "`fields.0.means`: `poem` is not one of 'title', 'need', 'plan'"),
    ("means: need", "means: title", "FP02", "fields `FP01` and `FP02` both mean `title`"),
    (TITLE, "kind: costs, means: title", "FP01", "field `FP01` means `title`, which is read from `text`, not `costs`"),
    ("means: association-name, ", "", "fields:", "no field means `association-name`"),
    (TITLE, "kind: measures", "FP01", "field `FP01` has an item for each goal, but no field means `goals`"),
]


@pytest.mark.parametrize(("old", "new", "where", "message"), WRONG_MEANINGS, ids=[item[3] for item in WRONG_MEANINGS])
def test_a_wrong_meaning_of_a_field_is_named_with_its_line(old: str, new: str, where: str, message: str) -> None:
    text = changed(old, new)
    judged = judge(pages(text))
    named = {(problem.file, problem.line) for problem in judged.problems if problem.message.startswith(message)}
    assert named == {("pack.yaml", line_of(text, where))}
    assert judged.pack is None


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


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        (LEXICON.replace("exclusion/loneliness: {", "lonely-people: {"), "no topic `lonely-people` in this pack"),
        (LEXICON.replace("0.3", "0"), "`exclusion/loneliness.concepts.lonely`: input should be greater than 0"),
        (LEXICON.replace("labels", "lanes"), "unknown key `exclusion/loneliness.lanes`"),
        ("[]", "``: input should be a valid dictionary"),
    ],
)
def test_a_mistake_in_a_lexicon_is_told_with_its_line(written: str, wrong: str) -> None:
    judged = judge(pages(lexicon=written))
    assert (judged.pack, judged.problems) == (None, (Problem("lexicon.yaml", 1, wrong),))


@pytest.mark.parametrize("name", sorted(editor_schemas()))
def test_the_schema_for_editors_is_the_one_that_judges(name: str) -> None:
    published = json.loads((Path(SHIPPED) / name).read_text(encoding="utf-8"))
    assert published == editor_schemas()[name]

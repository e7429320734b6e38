"""Words that one language lacks, or has for nothing in the pack, are named in its file."""

import pytest

from knowledge.municipality.validate import judge
from knowledge.municipality.yaml_lines import Problem
from tests.knowledge.municipality.tiny_pack import NEEDS, WORDING, line_of, pages

WORDS = [
    ("rules: {once: Once., never: Never.}", "rules: {once: Once.}", "rules", "no fi wording for rules `never`"),
    ("{offer: Firms go there.}", "{}", "other_doors", "no fi wording for other_doors `offer`"),
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
            ("other_doors", "offer"),
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
            ("canned", "thanks"),
        ]
    }


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


def test_a_topic_is_described_in_every_language_or_in_none() -> None:
    described = WORDING.replace("short: Lonely", "short: Lonely, description: Nobody to eat with.")
    message = "`exclusion/loneliness` has no {} description, and one in another language"
    assert judge(pages(sv=described, fi=described, en=described)).problems == ()
    assert judge(pages(sv=described)).problems == tuple(
        Problem(f"wording.{code}.yaml", line_of(WORDING, "loneliness: "), message.format(code), warning=True)
        for code in ("en", "fi")
    )


NAMES = "reference, title, who, deadline, office, navigator, municipality, promised, elsewhere, time, place"
ONLY_NAMES = "line 1 of the text holds more than a name between its braces"
UNFIT = "its braces do not fit together in line 1 of the text"
CANNED = [
    ("{{ sum }}", f"`{{{{ sum }}}}` is nothing that a text can name; there are {NAMES}"),
    ("{{ title | upper }}", ONLY_NAMES),
    ("{{ title.x() }}", ONLY_NAMES),
    ("{% if who %}x{% endif %}", ONLY_NAMES),
    ("{{ title }", f"{UNFIT}: unexpected '}}'"),
    ("you", "names title in one language and not in another"),
]


@pytest.mark.parametrize(("new", "message"), CANNED, ids=[item[0] for item in CANNED])
def test_a_ready_made_text_names_only_what_a_case_can_tell_and_the_same_in_every_language(
    new: str, message: str
) -> None:
    text = WORDING.replace("{{ title }}", new)
    where = line_of(text, "thanks:")
    said = f"`thanks` {message}" if new == "you" else f"`thanks`: {message}"
    assert judge(pages(fi=text)).problems == (Problem("wording.fi.yaml", where, said),)


def test_a_ready_made_text_exists_in_every_language() -> None:
    bare = WORDING[: WORDING.index("canned:")]
    message = "no en wording for canned `thanks`"
    assert judge(pages(en=bare)).problems == (Problem("wording.en.yaml", 1, message),)

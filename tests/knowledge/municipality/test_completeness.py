"""Words that one language lacks, or has for nothing in the pack, are named in its file."""

import pytest

from knowledge.municipality.validate import judge
from knowledge.municipality.yaml_lines import Problem
from tests.knowledge.municipality.tiny_pack import NEEDS, WORDING, line_of, pages

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

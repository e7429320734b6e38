"""What a pack says of reminders: judged with file and line, and joined with the plan that all have."""

from datetime import time

import pytest

from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.municipality.reminder_plan import DESK_NAMES, NAMES, PACK_NAMES
from knowledge.municipality.validate import judge
from knowledge.municipality.yaml_lines import Problem
from knowledge.reminders.plan import common_kinds
from knowledge.reminders.rung import Anchor, Audience, Rung, Unit
from tests.knowledge.municipality.tiny_pack import PACK, WORDING, line_of, pages

MISTAKES = [
    ("{kind: draft-4wd, of: deadline}", "`draft-4wd` is a new reminder and lacks by, to"),
    (
        "{kind: draft-4wd, off: true}",
        "`draft-4wd` is none of the reminders that can be left out: " + ", ".join(sorted(common_kinds())),
    ),
    ("{kind: draft-day, at: 07:59}", "`draft-day` comes at 07.59; people are reminded from 08.00 until 20.00"),
    ("{kind: draft-day, at: 20:00}", "`draft-day` comes at 20.00; people are reminded from 08.00 until 20.00"),
    ("{kind: draft-3h, at: 10:00}", "`draft-3h` counts hours, so it has no hour of its own"),
    ("{kind: draft-5wd, by: +5 wd}", "`draft-5wd` is for who has not sent, and comes when the last day is over"),
    ("{kind: receipt-1wd, by: -1 wd}", "`receipt-1wd` asks how it went, and comes before the last day is over"),
    ("{kind: mail-2wd, by: -1 wd}", "`mail-2wd` asks what came back, and comes before the letter went"),
    (
        "{kind: mail-2wd, to: sent}",
        "`mail-2wd`: what counts from mail is for unanswered, and the other way round",
    ),
    (
        "{kind: draft-5wd, to: desk}",
        "`draft-5wd` is for desk and counts from deadline: of a name that begins with `desk-round-`",
    ),
    (
        "{kind: desk-round-drafts, to: unsent}",
        "`desk-round-drafts` is for unsent and counts from deadline: not of one that begins with `desk-round-`",
    ),
    (
        "{kind: desk-round-drafts, of: verify_by}",
        "`desk-round-drafts` is for desk and counts from verify_by: of a name that begins with `desk-pack-`",
    ),
    (
        "{kind: draft-5wd, by: 5 days}",
        "`reminders.0.by`: `5 days` is no offset (write -21 d, -10 wd, +1 wd or -3 h)",
    ),
    ("{kind: draft-5wd, at: nine}", "`reminders.0.at`: `nine` is no time of day (write 09:00)"),
]


def with_rows(*rows: str) -> str:
    return PACK + "reminders:\n" + "".join(f"  - {row}\n" for row in rows)


def with_words(text: str) -> dict[str, str]:
    return {language.value: f"{WORDING}reminders:\n  {text}\n" for language in Language}


def the_pack(*rows: str, **wordings: str) -> Pack:
    judged = judge(pages(with_rows(*rows), **wordings))
    assert judged.pack is not None, judged.problems
    return judged.pack


@pytest.mark.parametrize(("row", "message"), MISTAKES, ids=[item[0] for item in MISTAKES])
def test_a_reminder_that_cannot_be_meant_is_named_with_its_line(row: str, message: str) -> None:
    text = with_rows(row)
    problems = [item for item in judge(pages(text)).problems if "wording" not in item.file]
    assert problems == [Problem("pack.yaml", line_of(text, row), message)]


def test_a_reminder_stands_once() -> None:
    text = with_rows("{kind: draft-day, at: 10:00}", "{kind: draft-day, at: 11:00}")
    assert judge(pages(text)).problems == (Problem("pack.yaml", line_of(text, "11:00"), "`draft-day` stands twice"),)


def test_a_pack_changes_leaves_out_and_adds_reminders() -> None:
    new = "{kind: draft-board, of: deadline, by: -30 d, to: unsent, at: 14:30}"
    words = with_words("draft-board: 'Ask the board of {{ title }}.'")
    pack = the_pack("{kind: draft-10wd, by: -15 wd}", "{kind: draft-21d, off: true}", new, **words)
    assert {rung.kind for rung in pack.reminders} == common_kinds() - {"draft-21d"} | {"draft-board"}
    assert pack.rung("draft-21d") is None
    earlier = pack.rung("draft-10wd")
    assert earlier is not None
    assert (earlier.count, earlier.unit, earlier.at) == (-15, Unit.WORKING_DAYS, time(9))
    board = pack.rung("draft-board")
    assert board == Rung("draft-board", Anchor.DEADLINE, -30, Unit.DAYS, Audience.UNSENT, time(14, 30))
    assert set(board.words.values()) == {"Ask the board of {{ title }}."}


def test_a_new_reminder_needs_words_in_every_language_and_others_may_have_them() -> None:
    new = "{kind: draft-board, of: deadline, by: -30 d, to: unsent}"
    missing = judge(pages(with_rows(new))).problems
    assert missing == tuple(
        Problem(f"wording.{language}.yaml", 1, f"no {language} wording for reminders `draft-board`")
        for language in ("en", "fi", "sv")
    )
    unasked = judge(pages(PACK, **with_words("draft-day: Today."))).problems
    assert {item.message for item in unasked} == {"words for reminders `draft-day`, which pack.yaml does not have"}
    own = the_pack("{kind: draft-day, own_words: true}", **with_words("draft-day: Today.")).rung("draft-day")
    assert own is not None
    assert own.words[Language.FI] == "Today."


@pytest.mark.parametrize(
    ("kind", "names"), [("draft-day", NAMES), ("desk-round-drafts", DESK_NAMES), ("desk-pack-verify", PACK_NAMES)]
)
def test_the_words_of_a_reminder_name_only_what_it_can_tell(kind: str, names: tuple[str, ...]) -> None:
    text = with_words(f"{kind}: '{{{{ who }}}}'")
    problems = judge(pages(with_rows(f"{{kind: {kind}, own_words: true}}"), **text)).problems
    known = ", ".join(names)
    said = f"`{kind}`: `{{{{ who }}}}` is nothing that a text can name; there are {known}"
    assert problems == tuple(
        Problem(f"wording.{language}.yaml", line_of(text[language], f"{kind}:"), said)
        for language in ("en", "fi", "sv")
    )

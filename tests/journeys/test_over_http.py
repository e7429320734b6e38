"""The transcripts again, on the whole bot over HTTP: on both databases, and with a bot that dies before every act."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.running import LocalBotApi, settings_for
from tests.journeys.on_step import OFFICE
from tests.journeys.over_http import Bot, Mortal, OverHttp, set_clock
from tests.journeys.transcript import play
from tests.stages.in_memory import STAFF, at

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent / "transcripts"
TRANSCRIPTS = [*sorted(FOLDER.glob("truth.*.txt")), *sorted(FOLDER.glob("main.*.txt"))]
START = at("2023-09-01T06:00")
COOKING = "lagar mat ihop"
LONG = f"Vi träffas i byagården varje onsdag och {COOKING} med alla som vill. " * 66
CUT = LONG[:4096].strip(), LONG[4096:].strip()
QUESTION = (
    "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
    "1",
    "[Skriva ett förslag]",
    "[Börja]",
    "Onsdagsköket",
    "använd det jag skrev",
)


@pytest.fixture
def clock(tmp_path: Path) -> Path:
    """The file that the bot's clock follows."""
    file = tmp_path / "clock.json"
    set_clock(file, START)
    return file


@pytest.fixture
def lots(telegram: LocalBotApi, database_url: str, clock: Path, tmp_path: Path) -> Iterator[Bot]:
    """The production bot, started."""
    process = a_bot(telegram, database_url, clock, tmp_path)
    process.start()
    yield process
    process.close()


def a_bot(telegram: LocalBotApi, database_url: str, clock: Path, folder: Path) -> Bot:
    """The production bot with one staff group, not yet started."""
    offices = f'{{"vasa": {{"welfare": {OFFICE}}}}}'
    more = {"LOTS_PACKS": "vasa", "LOTS_STAFF_CHATS": f'{{"vasa": {STAFF}}}', "LOTS_CLOCK": f"@{clock}"}
    more["LOTS_OFFICE_CHATS"] = offices
    return Bot(settings_for(telegram, database_url, **more), folder)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, telegram: LocalBotApi, lots: Bot, clock: Path) -> None:
    stage = OverHttp(telegram, lots, clock, path.name.split(".")[1])
    play(path, stage)
    nothing_came_twice(stage)


def test_who_shuts_the_bot_out_sees_what_was_missed_when_it_is_back(
    telegram: LocalBotApi, lots: Bot, clock: Path
) -> None:
    stage = OverHttp(telegram, lots, clock, "sv")
    play(FOLDER / "shut.sv.txt", stage)
    cards = [text.partition("\n")[0] for text in telegram.said(STAFF) if "Svara på kortet" in text]
    assert (len(cards), len(set(cards))) == (2, 2)


def test_what_a_navigator_corrects_is_kept_after_a_yes_and_gone_when_it_is_taken_back(
    telegram: LocalBotApi, lots: Bot, clock: Path
) -> None:
    play(FOLDER / "moved.en.txt", OverHttp(telegram, lots, clock, "en"))


@pytest.mark.parametrize("code", ["sv", "fi", "en"])
def test_ready_made_texts_and_decisions_reach_the_association_once(
    telegram: LocalBotApi, sqlite_url: str, clock: Path, tmp_path: Path, code: str
) -> None:
    bot = a_bot(telegram, sqlite_url, clock, tmp_path).start()
    try:
        stage = OverHttp(telegram, bot, clock, code)
        play(FOLDER / f"decisions.{code}.txt", stage)
        stage.settle()
        told = [text for text in telegram.said(stage.member) if text.startswith(DECIDED[code])]
        assert (len(set(told)), len(told)) == (len(told), 2 if code == "en" else 1)
    finally:
        bot.close()


@pytest.mark.parametrize("code", ["sv", "fi", "en"])
def test_an_office_is_asked_reminded_and_heard(
    telegram: LocalBotApi, sqlite_url: str, clock: Path, tmp_path: Path, code: str
) -> None:
    bot = a_bot(telegram, sqlite_url, clock, tmp_path).start()
    try:
        stage = OverHttp(telegram, bot, clock, code)
        play(FOLDER / f"asked.{code}.txt", stage)
        shown = [text for text in telegram.said(OFFICE) if "Byalaget" in text or "050" in text]
        assert shown == []
    finally:
        bot.close()


def test_a_desk_is_told_each_thing_once_by_a_bot_that_is_killed_between(
    telegram: LocalBotApi, lots: Bot, clock: Path
) -> None:
    play(FOLDER / "rhythm.sv.txt", OverHttp(telegram, lots, clock, "sv"))
    told = Counter(
        text for text in telegram.said(STAFF) if text.startswith(("God morgon.", "Nora är", "Nora har inte"))
    )
    assert (len(told) >= 6, max(told.values())) == (True, 1)


@pytest.mark.timeout(900)
def test_a_bot_that_is_killed_before_every_act_loses_nothing(
    telegram: LocalBotApi, sqlite_url: str, clock: Path, tmp_path: Path
) -> None:
    bot = a_bot(telegram, sqlite_url, clock, tmp_path).start()
    stage = Mortal(telegram, bot, clock, "sv")
    try:
        play(TRANSCRIPTS[-1], stage)
        nothing_came_twice(stage)
    finally:
        bot.close()


def test_a_text_that_the_client_cut_is_read_shown_and_relayed_whole(
    telegram: LocalBotApi, lots: Bot, clock: Path
) -> None:
    stage = OverHttp(telegram, lots, clock, "sv")

    def act(*texts: str) -> None:
        stage.begin_act()
        for text in texts:
            stage.press("M", text[1:-1]) if text.startswith("[") else stage.type("M", text, to_card=False)

    for text in QUESTION:
        act(text)
    act(*CUT)
    assert "Det ni skrev finns kvar" in stage.news("B", wanted="Svaret är 48")
    act("[Prata med en person]")
    act(*CUT)
    act("[Skicka bara frågan]")
    assert stage.news("B", wanted="").count(COOKING) == LONG.count(COOKING)
    act("[Skicka till kommunen]")
    act("[Skriv till kontaktpersonen]")
    act(*CUT)
    stage.settle()
    relayed = [text for text in telegram.said(STAFF) if text.startswith("Från föreningen")]
    assert sum(text.count(COOKING) for text in relayed) == LONG.count(COOKING)


def nothing_came_twice(stage: OverHttp) -> None:
    """One card a case, and no message of the bot's own accord twice."""
    stage.settle()
    cards = [text for text in stage.telegram.said(STAFF) if "Svara på kortet" in text]
    reminders = Counter(text for text in stage.telegram.said(stage.member) if REMINDER_ENDS[stage.code] in text)
    assert len(cards) == 1
    assert {text: count for text, count in reminders.items() if count > 1} == {}
    assert reminders


DECIDED = {"sv": "Beslut i ärende", "fi": "Päätös asiassa", "en": "Decision in case"}
REMINDER_ENDS = {"sv": "Inga fler påminnelser", "fi": "Ei enää muistutuksia", "en": "No more reminders"}

"""The figures count what they say they count, and name the place where a limit is broken."""

from pathlib import Path

from tests.house.figures import Figure, Source, documented, doubles, files, functions, widest
from tests.house.rooms import Room

PROGRAM = Source(
    Path("bot/clock.py"),
    '''"""Time."""

import time


class Clock:
    """What time it is."""

    def now(self) -> float:
        """Seconds since 1970.

        In UTC.
        """
        def hidden() -> float:
            return time.time()

        return hidden()

    def later(
        self,
    ) -> float:
        return self.now() + 1

    def _private(self) -> None:
        return


def bare() -> None:
    return
''',
)
TESTS = Source(
    Path("tests/bot/test_clock.py"),
    """from unittest import mock


class FakeClock:
    pass


def test_it(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr(time, "time", lambda: 0.0)
    with mock.patch.object(time, "sleep"):
        object.__setattr__(clock, "patched", mock.MagicMock())
""",
)


def test_a_function_is_as_long_as_its_signature_and_body_without_the_docstring() -> None:
    assert sorted(functions([PROGRAM])) == [
        (2, "bot/clock.py:14 hidden"),
        (2, "bot/clock.py:24 _private"),
        (2, "bot/clock.py:28 bare"),
        (4, "bot/clock.py:19 later"),
        (5, "bot/clock.py:9 now"),
    ]


def test_a_file_is_as_long_as_all_of_its_lines() -> None:
    assert files([PROGRAM, TESTS]) == [(29, "bot/clock.py"), (12, "tests/bot/test_clock.py")]


def test_public_names_without_a_docstring_are_named() -> None:
    bare = ["bot/clock.py:28 bare", "bot/clock.py:19 later"]
    assert documented([PROGRAM]) == Figure("percent of public names with a docstring", 60.0, 99.0, bare, at_least=True)


def test_what_takes_the_place_of_something_real_is_a_double() -> None:
    places = [f"tests/bot/test_clock.py:{line}" for line in (4, 10, 11, 12)]
    assert doubles([TESTS]) == Figure("doubles a thousand lines of tests", 333.3, 3.0, places)


def test_the_widest_folder_is_named_only_where_it_is_too_wide() -> None:
    wide, narrow = Room(Path("dialogs"), 52, ""), Room(Path("bot"), 8, "")
    assert widest([narrow]).places == []
    assert widest([narrow, wide]).places == ["dialogs (52)"]
    assert (widest([narrow]).value, widest([narrow, wide]).value) == (8, 52)


def test_a_broken_limit_is_told_in_a_sentence_with_its_worst_places() -> None:
    figure = Figure("modules in the widest folder", 52, 12, [f"folder{number} (20)" for number in range(9)])
    assert (figure.holds, str(figure)) == (False, "modules in the widest folder: 52 (at most 12)")
    assert figure.broken == (
        "modules in the widest folder is 52, more than 12: "
        "folder0 (20), folder1 (20), folder2 (20), folder3 (20), folder4 (20)."
    )


def test_a_share_must_reach_its_limit() -> None:
    assert [Figure("share", value, 99, at_least=True).holds for value in (98.9, 99, 100)] == [False, True, True]

"""What a start leaves out. Each test has a Python of its own, as what is loaded once stays loaded."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
LATE = ("alembic", "email_validator", "holidays", "phonenumbers", "psycopg", "rich", "docx", "typst")


def told(program: str) -> list[str]:
    """What a program prints, line by line."""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_the_bot_is_loaded_without_what_few_updates_need() -> None:
    program = f"""
import sys
from bot.process.lean_start import lean_start
with lean_start():
    import bot.commands.run
print(bot.commands.run.run.__name__, [name for name in {LATE} if name in sys.modules])
"""
    assert told(program) == ["run []"]


def test_garbage_is_left_alone_while_the_bot_is_loaded_and_then_no_more() -> None:
    program = """
import gc
from bot.process.lean_start import lean_start
before = gc.get_freeze_count()
with lean_start():
    print(gc.isenabled())
print(gc.isenabled(), gc.get_freeze_count() > before)
"""
    assert told(program) == ["False", "True True"]


def test_what_is_left_out_can_be_had_afterwards() -> None:
    program = """
from bot.process.lean_start import lean_start
with lean_start():
    try:
        import rich
    except ImportError:
        print("left out")
import rich, httpx._main
print(rich.__name__, httpx._main.__name__)
"""
    assert told(program) == ["left out", "rich httpx._main"]


def test_vectors_are_reckoned_with_by_one_thread_unless_the_operator_wants_more() -> None:
    program = """
import os
from bot.process.lean_start import lean_start
with lean_start():
    print(os.environ["OPENBLAS_NUM_THREADS"])
os.environ["OPENBLAS_NUM_THREADS"] = "3"
with lean_start():
    print(os.environ["OPENBLAS_NUM_THREADS"])
"""
    assert told(program) == ["1", "3"]

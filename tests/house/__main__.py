"""`python -m tests.house [--write]`: the tree of rooms and the figures of the house, each beside its limit.

The exit code is 1 where a limit is broken, and a sentence says which and where. With `--write` the map in README.md and
the JSON Schemas beside the packs are written anew instead.
"""

import argparse
import json
import sys

from knowledge.municipality.load import SHIPPED
from knowledge.municipality.validate import editor_schemas
from tests.house import figures, rooms
from tests.house.duplicates import duplicates
from tests.house.papers import Block

README = rooms.ROOT / "README.md"
MAP = Block("<!-- map by `python -m tests.house --write` -->", "<!-- end of the map -->")


def main() -> int:
    """Print the rooms and the figures, or write what is written from them."""
    parser = argparse.ArgumentParser(prog="python -m tests.house", description="The rooms and figures of the house.")
    parser.add_argument("--write", action="store_true", help="write the map in README.md and the JSON Schemas")
    if parser.parse_args().write:
        README.write_text(with_map(README.read_text(encoding="utf-8")), encoding="utf-8")
        for name, schema in editor_schemas().items():
            (SHIPPED / name).write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        return 0
    return check()


def with_map(paper: str) -> str:
    """Return a paper with the map of the house as it stands."""
    return MAP.filled(paper, rooms.drawn(rooms.tree()))


def check() -> int:
    """Print everything; return 1 where something is broken."""
    sys.stdout.write(f"{rooms.counted(rooms.tree())}\n")
    found = [*figures.figures([*rooms.of_program(), *rooms.of_tests()]), duplicates()]
    sys.stdout.write("".join(f"{figure}\n" for figure in found))
    wrong = [figure.broken for figure in found if not figure.holds] + [unsaid(room) for room in rooms.silent()]
    sys.stderr.write("".join(f"{sentence}\n" for sentence in wrong))
    return 1 if wrong else 0


def unsaid(room: rooms.Path) -> str:
    """The sentence about a room that does not say what it is for."""
    if room.parts[0] == rooms.TESTS:
        return f"{room}: mirrors no folder of the program, so it needs a README.md that says what it tests."
    return f"{room}: needs an __init__.py with a docstring that says in one line what the room is for."


if __name__ == "__main__":
    raise SystemExit(main())

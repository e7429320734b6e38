"""A program for `reading.py`, run with any build: reads the texts of its input, and tells how long that took."""

import json
import sys
import time
from pathlib import Path

BEGAN = time.perf_counter()
try:
    from knowledge.municipality.load import load_packs
    from knowledge.needs.model.load import load_lexicon
    from knowledge.needs.understand import understand
except ModuleNotFoundError:  # the rooms of the commit that figures are shown beside
    from knowledge.load import load_packs
    from knowledge.matcher import load_lexicon, understand

MUNICIPALITY = "vasa"
FIRST = "Vi vill ordna en träff"
KILOBYTES = 1024


def main() -> None:
    """Read everything; the first text, which waits for what is loaded late, counts to the start."""
    pack, lexicon = load_packs()[MUNICIPALITY], load_lexicon()
    understand(FIRST, pack, lexicon)
    ready, times = time.perf_counter() - BEGAN, []
    for text in json.load(sys.stdin):
        before = time.process_time()
        understand(text, pack, lexicon)
        times.append(1000 * (time.process_time() - before))
    sys.stdout.write(json.dumps({"ready": ready, "memory": _resident(), "times": times}))


def _resident() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / KILOBYTES


if __name__ == "__main__":
    main()

"""How the bot's process is loaded: without work that a start can do without.

Nothing that is loaded at a start becomes garbage, yet looking for it took a sixth of the start; and two libraries load
a third that a bot has no use for. Which modules are loaded is decided by those who import them.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

LEFT_OUT = ("httpx._main", "rich")
"""httpx brings a command line of its own, structlog pictures of tracebacks. Both draw with rich, which typer wants for
people at a terminal, and both do without it where it is missing. A bot that runs is spared its 4 MB and 0.05 s."""


@contextmanager
def lean_start() -> Iterator[None]:
    """Load what is imported inside without looking for garbage, and as if `LEFT_OUT` were not installed."""
    absent = {name: None for name in LEFT_OUT if name not in sys.modules}
    # To the import system None says: there is no such module.
    sys.modules.update(absent)  # type: ignore[arg-type]
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        for name in absent:
            del sys.modules[name]

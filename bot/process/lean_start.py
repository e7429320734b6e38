"""How the bot's process is loaded: without work that a start can do without.

Nothing that is loaded at a start becomes garbage, yet looking for it took a sixth of the start; and two libraries load
a third that a bot has no use for. Which modules are loaded is decided by those who import them. What reckons with
vectors is told to use one thread, before it is loaded: afterwards it does not listen.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

LEFT_OUT = ("httpx._main", "rich")
"""httpx brings a command line of its own, structlog pictures of tracebacks. Both draw with rich, which typer wants for
people at a terminal, and both do without it where it is missing. A bot that runs is spared its 4 MB and 0.05 s."""
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""Under numpy lies OpenBLAS, which shares a product of matrices out among as many threads as there are cores. Ours take
a tenth of a millisecond with one; with several, those that wait for the last spin meanwhile, and on two busy cores that
was twelve of both. An operator who sets something else is obeyed."""


@contextmanager
def lean_start() -> Iterator[None]:
    """Load what is imported inside without looking for garbage, and as if `LEFT_OUT` were not installed."""
    for name, value in ONE_THREAD.items():
        os.environ.setdefault(name, value)
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

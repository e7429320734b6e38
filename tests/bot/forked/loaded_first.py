"""What the processes of tests have loaded when they begin (`copies.py`): all that the bot and the local Bot API import.

What is run as `__main__` is left out, as the interpreter runs it. The Vasa pack and the words of needs are read once,
so that what their readers keep for good is there.
"""

import importlib

from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon

RUN = ("typer", "uvicorn.protocols.http.httptools_impl", "uvloop", "alembic.command", "alembic.runtime.environment")
OURS = ("bot.commands.run", "bot.demo.doors.server", "bot.documents.files", "storage.database")

for name in (*RUN, *OURS):
    importlib.import_module(name)
load_packs(("vasa",))
load_lexicon()

"""The connections to the Bot API server: those that wait for updates, and those for everything else.

Several bots of one process share them: what they are, certificates read and memory, then costs the same as for one.
"""

from bot.telegram.calls.http_client import CONNECTIONS, PooledRequest

UPDATES_BYTES = 16 * 2**20
"""How much of an answer with updates is read: a hundred of the longest texts with all their entities are less."""
MOST_POLLING = 2000
"""How many bots may wait for updates at one time, each on a connection of its own: far more than one machine serves."""
MORE_CONNECTIONS = 4
"""How many times as many calls may be under way when several bots share: one that waits for a slow server is not to
hold up the others."""


class Pools:
    """Connections for one bot, or for several. `polling`: how many may wait for updates at one time."""

    def __init__(self, polling: int = MOST_POLLING) -> None:
        many = polling > 1
        self.polling = PooledRequest(connections=polling, longest_bytes=UPDATES_BYTES)
        self.calling = PooledRequest(connections=CONNECTIONS * (MORE_CONNECTIONS if many else 1))

    async def open(self) -> None:
        """Make ready to call. What is open stays as it is."""
        for request in (self.polling, self.calling):
            await request.initialize()

    async def close(self) -> None:
        """Close every connection."""
        for request in (self.polling, self.calling):
            await request.shutdown()

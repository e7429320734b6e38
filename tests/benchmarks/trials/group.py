"""How long a new case waits for its card in the navigators' group while another association writes much to its own.

Telegram takes twenty messages a minute into a group, and both ends hold that limit. Both associations have walked the
whole way before, without limits; then one sends its lines and the other presses the last button.
"""

import re
import time

from tests.benchmarks.people.journey import JOURNEY, Act, acts
from tests.benchmarks.people.texts import needs
from tests.benchmarks.people.walker import walk
from tests.benchmarks.processes.bots import STAFF, Telegram
from tests.benchmarks.processes.builds import Build
from tests.benchmarks.trials.site import site

TO_THE_CASE = "skriv till kontaktpersonen"
"""The button before each line to a case, as it is typed."""
WRITES_FIRST_SECONDS = 1.5
PATIENCE = 180.0
SENT = re.compile(r"Skickat\. Ärende (\w{5})")


def card_beside(build: Build, lines: int) -> float:
    """Seconds from the last press of the one to its card beside so many lines of the other; inf: it never came."""
    with site(build) as here:
        telegram, script = here.telegram, acts(JOURNEY)
        writer, other = telegram.person("Anna"), telegram.person("Berit")
        walk(telegram, writer, script)
        walk(telegram, other, script[:-1])
        here.again(LOTS_RATE="telegram")
        telegram.ask("/faults/limits", {"on": True})
        said = [text for line in needs(lines) for text in (TO_THE_CASE, line)]
        telegram.ask("/acts", [{"act": "write", "person": writer, "text": text} for text in said])
        time.sleep(WRITES_FIRST_SECONDS)
        return _seconds_to_card(telegram, other, script[-1])


def _seconds_to_card(telegram: Telegram, person: int, last: Act) -> float:
    began = time.perf_counter()
    walk(telegram, person, (last,))
    reference = _reference(telegram, person)
    while time.perf_counter() - began < PATIENCE:
        if any(text.startswith(reference) for text in telegram.said(STAFF)):
            return time.perf_counter() - began
        time.sleep(0.1)
    return float("inf")


def _reference(telegram: Telegram, person: int) -> str:
    found = telegram.wait(lambda: SENT.search("\n".join(telegram.said(person))))
    return str(found[1])

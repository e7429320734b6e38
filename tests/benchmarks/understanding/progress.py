"""What is being done just now, for whoever waits before the screen."""

import sys
import time


def tell(what: str) -> None:
    """Say it on the standard error, with the time of day."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {what}\n")
    sys.stderr.flush()

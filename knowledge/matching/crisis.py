"""Whether somebody writes of their own distress, or of violence that is going on now.

An association's work on the same subject is a need, not a crisis: then "we" speaks, or people who are helped.
"""

from knowledge.matching.model import Model
from knowledge.matching.reading import Reading

LIKELY = 0.35
"""Low, as a crisis that is missed costs more than help lines that nobody needed."""


def in_crisis(reading: Reading, model: Model) -> bool:
    """Tell whether the learned scope takes the text for somebody's own distress."""
    return reading.shares(model, "scope").get("crisis", 0.0) >= LIKELY

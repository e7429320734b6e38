"""Whether somebody writes of their own distress, or of violence that is going on now.

An association's work on the same subject is a need, not a crisis: then "we" speaks, or people who are helped.
"""

import re

from knowledge.matching.model import Model
from knowledge.matching.reading import Reading

LIKELY = 0.35
"""Low, as a crisis that is missed costs more than help lines that nobody needed."""
_CUES = re.compile(
    r"\b(?:"
    r"ork|dö\b|död|leva|lever|liv|själv|hjälp|slå|slog|kniv|vapen|hot|rädd|skär|tablett|piller|mår|ont|hopplös|blöd"
    r"|våld|hora|ensam|mening|farväl|förlåt|panik|ångest|gråt|jaga|inlåst|gömm|sluta leva|bryr|bort|hat|hopp"
    r"|jaks|kuol|tapa|tappa|elä|itse|apua|autta|lyö|hakka|puuk|uhk|pelk|viil|pille|lääk|paha|toivo|verta|väki|yksin"
    r"|anteeksi|hyväst|ahdist|itk|lopetta|lopetan|pääse|jahta|piilo|kuri|raiska|ihan loppu|voimi|päät"
    r"|die|dead|dying|death|kill|suicid|live|living|life|help|hit|hurt|beat|knife|gun|threat|afraid|scared|cut|pill"
    r"|hopeless|bleed|violen|alone|point|goodbye|sorry|panic|cry|hid|lock|end it|go on|cope|take it|anymore|rape"
    r")",
    re.IGNORECASE,
)


def may_be(text: str) -> bool:
    """Tell whether a text holds any word that speaks of distress. Cheap, for texts that need no closer reading."""
    return _CUES.search(text) is not None


def in_crisis(reading: Reading, model: Model) -> bool:
    """Tell whether the learned scope takes the text for somebody's own distress."""
    return may_be(reading.text) and reading.shares(model, "scope").get("crisis", 0.0) >= LIKELY

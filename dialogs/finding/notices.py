"""What must be said at once about a topic: the permit that a shelter needs, and that its address is never written."""

from dialogs.conversation.sources import so_far
from dialogs.conversation.turn import Turn
from knowledge.municipality.pack import Pack

NOTES_OF_FLAG = {"permit": ("law-shelter-permit", "shelter-address")}


def notices(turn: Turn, pack: Pack, topics: tuple[str, ...]) -> list[str]:
    """Return the sentences that go with topics which decide the form by themselves (X6)."""
    flags = [flag for stop in pack.stops if stop.topic in topics for flag in stop.flags]
    notes = [note for flag in flags for note in NOTES_OF_FLAG.get(flag, ()) if note in pack.notes]
    told = (so_far(turn, turn.words(pack.notes[note])) for note in dict.fromkeys(notes))
    return [text for text in told if text]

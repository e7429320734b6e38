"""What the versions of a proposal add to a private chat: a place and buttons. Those of a desk stand with the desk."""

from collections.abc import Mapping

from dialogs.conversation.turn import Place, Verb
from dialogs.versions import changed

PLACES: Mapping[str, Place] = {changed.PLACE: Place(changed.ask)}

VERBS: Mapping[str, Verb] = {
    "versions": changed.show,
    "versions.send": changed.send,
    "versions.open": changed.open_again,
}

COMMANDS: Mapping[str, Verb] = {}

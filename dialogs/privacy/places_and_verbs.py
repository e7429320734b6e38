"""What the rights over one's own data add to the conversation: a place, a button, commands."""

from collections.abc import Mapping

from dialogs.conversation.turn import Place, Verb
from dialogs.privacy import own_data

PLACES: Mapping[str, Place] = {"delete": Place(own_data.ask_delete)}

VERBS: Mapping[str, Verb] = {"delete.yes": own_data.deleted}

COMMANDS: Mapping[str, Verb] = {"privacy": own_data.privacy, "mydata": own_data.my_data, "delete": own_data.delete}

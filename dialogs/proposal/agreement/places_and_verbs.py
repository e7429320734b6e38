"""What stage 2 adds to a private chat: where an association stands in it, and what its buttons mean."""

from collections.abc import Mapping

from dialogs.conversation.turn import Place, Verb
from dialogs.proposal.agreement import beginning, checklist, outline_made, renewing

PLACES: Mapping[str, Place] = {
    "agreement.start": Place(beginning.start),
    "agreement": Place(checklist.ask, checklist.said),
}

VERBS: Mapping[str, Verb] = {
    "agreement": beginning.show,
    "agreement.begin": beginning.begin,
    "agreement.headings": checklist.headings,
    "agreement.part": checklist.part,
    "agreement.tell": checklist.tell,
    "agreement.outline": outline_made.make,
    "agreement.renew": renewing.renew,
}

COMMANDS: Mapping[str, Verb] = {}

"""What an association's case adds to the conversation: sending, following, words beside it."""

from collections.abc import Mapping

from dialogs.case import few_questions, follow, moved, person, relaying, send_idea, stray_words, where_it_belongs
from dialogs.conversation.turn import Place, Verb, Words

PLACES: Mapping[str, Place] = {
    "idea": Place(send_idea.begin, send_idea.refuse_words),
    "idea.short": Place(few_questions.ask, send_idea.refuse_words),
    "idea.name": Place(send_idea.ask_name, send_idea.name_said, Words.ANSWER),
    "idea.preview": Place(send_idea.preview, send_idea.more_words),
    "person": Place(person.ask, person.said, Words.ANSWER),
    "case": Place(follow.ask, stray_words.said),
    "case.write": Place(follow.ask_words, relaying.said, Words.RELAY),
}

VERBS: Mapping[str, Verb] = {
    "idea": send_idea.begin,
    "idea.nameless": lambda turn, _: turn.go("idea.preview", idea=turn.session.idea.but(name="")),
    "idea.send": send_idea.send,
    "idea.questions": few_questions.begin,
    "idea.change": send_idea.change,
    "idea.alone": send_idea.alone,
    "idea.cancel": send_idea.cancel,
    "person": person.begin,
    "case": follow.open_case,
    "case.write": follow.write,
    "case.withdraw": follow.withdraw,
    "case.withdrawn": follow.withdrawn,
    "case.keep_words": moved.keep_words,
    "stray.case": where_it_belongs.to_case,
    "stray.all": where_it_belongs.to_cases,
    "stray.answer": where_it_belongs.to_question,
    "stray.need": where_it_belongs.to_need,
    "stray.drop": where_it_belongs.dropped,
    "cancel": stray_words.cancelled,
}

COMMANDS: Mapping[str, Verb] = {"cancel": stray_words.cancelled}

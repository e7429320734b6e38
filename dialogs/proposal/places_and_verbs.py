"""What the proposal adds to the conversation: places, buttons, a command."""

from collections.abc import Mapping

from dialogs.conversation.session import CHANGE, NOT_FILLING
from dialogs.conversation.turn import Place, Verb, Words
from dialogs.finding import need
from dialogs.proposal import answering, begin, list_items, overview, papers, sent_in_words, sent_papers
from dialogs.proposal.mail import draft, sending
from dialogs.proposal.tasks import all_questions, task_list

PLACES: Mapping[str, Place] = {
    "welcome.back": Place(overview.welcome_back, need.heard, Words.NEED),
    "proposal.start": Place(begin.start),
    "proposal.questions": Place(all_questions.ask),
    "proposal.ask": Place(answering.ask, answering.said, Words.ANSWER, answering.numbered, answering.several),
    "proposal.summary": Place(overview.ask, overview.refuse_words),
    "proposals": Place(overview.proposals, need.heard, Words.NEED),
    "papers": Place(papers.ask),
    "mail.send": Place(sending.ask),
    "mail.withdraw": Place(sending.ask_withdrawal),
    "sent.when": Place(sent_papers.ask_when),
    "sent.sure": Place(sent_papers.ask_sure),
}

VERBS: Mapping[str, Verb] = {
    "welcome_back": lambda turn, _: turn.go(
        "welcome.back", ways=turn.session.ways_without(CHANGE), asking="", filling=NOT_FILLING
    ),
    "proposal.new": lambda turn, _: begin.new(turn),
    "proposal.next": begin.go_on_with_all,
    "proposal.fill": lambda turn, _: begin.go_on(turn),
    "proposal.resume": overview.resume,
    "proposal.take_up": overview.take_up,
    "use": answering.chosen,
    "options": answering.options,
    "take_beginning": answering.take_beginning,
    "keep_earlier": answering.keep_earlier,
    "proposals": overview.listed,
    "list.drop_last": list_items.drop_last,
    "list.start_over": list_items.start_over,
    "skip": answering.skip,
    "unknown": answering.unknown,
    "done": answering.done,
    "let_stand": answering.let_stand,
    "onward": answering.onward,
    "explain": answering.explain,
    "mistaken": answering.mistaken,
    "change.which": answering.which_to_change,
    "how_far": task_list.how_far,
    "back": answering.back,
    "pause": overview.pause,
    "change": answering.change,
    "part": task_list.open_part,
    "part.rows": task_list.show_part,
    "questions": all_questions.shown,
    "questions.file": all_questions.as_file,
    "papers.make": papers.make,
    "papers.mail": draft.show,
    "papers.withdraw": draft.withdraw,
    "mail.show": sending.show,
    "mail.go": sending.send,
    "mail.open": papers.open_again,
    "papers.archive": papers.archive,
    "papers.language": papers.in_language,
    **sent_in_words.ACTS,
}

COMMANDS: Mapping[str, Verb] = {
    "proposals": lambda turn, _: turn.go("proposals"),
    "status": lambda turn, _: turn.go("proposals"),
}

"""A chat in Vasa where messages come at given seconds: what the tests of split and quick messages play with."""

from datetime import timedelta
from typing import Any

from dialogs.conversation.events import Edited, Said, Sender, Unreadable
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.world import World
from dialogs.records.attachment import Attachment
from tests.stages.in_memory import STAFF, Stage, at
from tests.stages.standing import world

NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
MEMBER = 101
START = at("2023-09-01T06:00")
HER = Sender(MEMBER, MEMBER, "Anna", "sv")


class Chat:
    """One member's chat on the stage. Times are seconds after the last `pause`; `sent` numbers the last words."""

    def __init__(self, *packs: str) -> None:
        known = world()
        self.stage = Stage(World({name: known.packs[name] for name in packs or ("vasa",)}, known.lexicon), START)
        self.moment = START
        self.sent = 0

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.stage.sessions[MEMBER, MEMBER]

    def walk(self, *acts: str) -> None:
        """Type lines and commands and press `[labels]`, each a minute after the other."""
        for act in acts:
            self.pause()
            if act.startswith("["):
                self.stage.press(MEMBER, MEMBER, act[1:-1])
            elif act.startswith("/"):
                self.stage.say(MEMBER, MEMBER, act)
            else:
                self.send(act)

    def pause(self) -> None:
        """Let a minute pass."""
        self.moment += timedelta(minutes=1)

    def send(self, text: str, *, second: int = 0, **more: Any) -> Outcome:
        """Send words, at a second of this minute."""
        sender = HER.but(reply_to=more.pop("reply_to", None))
        sent = self.moment + timedelta(seconds=second)
        self.sent = more.pop("message", None) or self.stage.next_number()
        return self.stage.take(Said(sender, text, self.sent, at=sent, **more))

    def at_once(self, *texts: str) -> None:
        """Send messages one after the other before anything is answered: their numbers follow each other."""
        numbers = [self.stage.next_number() for _ in texts]
        for second, (number, text) in enumerate(zip(numbers, texts, strict=True)):
            self.send(text, second=second, message=number)

    def show(self, kind: str, file_id: str, *, caption: str = "", album: str = "") -> Outcome:
        """Send a photo or another file."""
        file = Attachment(kind, file_id)
        if caption:
            return self.send(caption, attachment=file, album=album)
        return self.stage.take(Unreadable(HER, kind, self.stage.next_number(), file, album))

    def edit(self, message: int, text: str, attachment: Attachment | None = None) -> Outcome:
        """Change an earlier message, its words or its file."""
        return self.stage.take(Edited(HER, text, message, attachment=attachment))

    def answer(self, field_id: str) -> Any:
        """The answer to a field of the one draft."""
        [draft] = self.stage.proposals.values()
        return draft.answers.get(field_id)

    def last(self, chat: int = MEMBER) -> str:
        """The text of the newest message of a chat."""
        return self.stage.chats[chat][-1].text

    def desk(self) -> list[str]:
        """All messages in the staff group."""
        return [shown.text for shown in self.stage.chats.get(STAFF, [])]

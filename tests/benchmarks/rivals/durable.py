"""The textbook's durable bot: Application, SQLAlchemy's ORM on aiosqlite, one commit for each update.

A session row is read and written, the update's number and the answer are stored, all in one commit with
`synchronous=FULL`; then the answer is sent. That it was sent is written with the next commit, which favours this bot.
"""

import os
from typing import Any

from sqlalchemy import BigInteger, event, select, update
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from telegram import Update
from telegram.ext import Application, MessageHandler, filters


class Base(DeclarativeBase):
    """The tables."""


class Conversation(Base):
    """Where a chat is."""

    __tablename__ = "conversations"
    chat: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    place: Mapped[str]
    heard: Mapped[int] = mapped_column(default=0)


class Seen(Base):
    """An update that has been taken."""

    __tablename__ = "seen"
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True)


class Answer(Base):
    """An answer to be sent."""

    __tablename__ = "answers"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[int] = mapped_column(BigInteger)
    text: Mapped[str]
    sent: Mapped[bool] = mapped_column(default=False)


engine = create_async_engine(os.environ["DATABASE_URL"])
sessions = async_sessionmaker(engine, expire_on_commit=False)
sent: list[int] = []


@event.listens_for(engine.sync_engine, "connect")
def _careful(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


async def echo(news: Update, _context: Any) -> None:
    """Store, commit, say what was said."""
    if news.message is None or news.message.text is None:
        return
    answer = await _stored(news.update_id, news.message.chat_id, news.message.text)
    await news.message.reply_text(answer.text)
    sent.append(answer.id)


async def _stored(number: int, chat: int, text: str) -> Answer:
    async with sessions() as session, session.begin():
        found = await session.execute(select(Conversation).where(Conversation.chat == chat))
        conversation = found.scalar_one_or_none() or Conversation(chat=chat, place="start", heard=0)
        conversation.heard += 1
        answer = Answer(chat=chat, text=text)
        session.add_all([conversation, Seen(number=number), answer])
        if sent:
            await session.execute(update(Answer).where(Answer.id.in_(sent)).values(sent=True))
    sent.clear()
    return answer


async def _prepare(_application: Any) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


def main() -> None:
    """Run until stopped."""
    builder = Application.builder().token(os.environ["TOKEN"]).base_url(f"{os.environ['API_URL']}/bot")
    application = builder.post_init(_prepare).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()

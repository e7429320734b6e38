"""A tiny scripted bot for the tests of the page: echoes, counts on a button, sends a file. No part of the product."""

import asyncio
import sys

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import TimedOut

COUNT = [0]


def keyboard() -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(f"Tryck: {COUNT[0]}", callback_data="count")],
            [InlineKeyboardButton("Fil", callback_data="file"), InlineKeyboardButton("Fråga", callback_data="ask")],
        ]
    )


async def pressed(bot: Bot, update: Update) -> None:
    query = update.callback_query
    assert query
    assert query.message
    chat = query.message.chat.id
    if query.data == "count":
        COUNT[0] += 1
        await query.answer("Räknat")
        await query.edit_message_reply_markup(keyboard())
    elif query.data == "file":
        await query.answer()
        await bot.send_document(chat, b"%PDF-1.7 tiny", filename="Vasa Exempelförening rf_grunduppgifter.pdf")
    else:
        await query.answer("Det här är en ruta", show_alert=True)


async def heard(bot: Bot, update: Update) -> None:
    if update.callback_query:
        await pressed(bot, update)
    elif update.message and update.message.text:
        words = update.message.text.replace("&", "&amp;").replace("<", "&lt;")
        await bot.send_message(
            update.message.chat.id, f"<b>Ni skrev:</b> {words}", parse_mode="HTML", reply_markup=keyboard()
        )


async def main(url: str, token: str) -> None:
    async with Bot(token, base_url=f"{url}/bot") as bot:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await bot.set_my_commands([("start", "Börja"), ("help", "Hjälp"), ("privacy", "Era uppgifter")])
        offset = 0
        while True:
            try:
                updates = await bot.get_updates(offset=offset, timeout=20)
            except TimedOut:
                continue
            for update in updates:
                offset = update.update_id + 1
                await heard(bot, update)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))

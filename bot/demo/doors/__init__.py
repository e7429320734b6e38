"""The HTTP doors of the local Bot API: the bot's, the people's, the levers and the page."""

"""Words as Telegram writes them: its marks, its HTML, its places and contacts, read and made."""

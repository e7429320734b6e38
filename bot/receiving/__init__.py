"""From Telegram to the inbox: polling or webhook, storing what came, and the worker that takes it on."""

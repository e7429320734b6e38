"""The bots of a process: each with a database, a token and loops of its own, started again alone when it falls."""

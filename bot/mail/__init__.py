"""The e-mail to the registrar: as bytes, handed to a mail server at most once, and what comes back of it."""

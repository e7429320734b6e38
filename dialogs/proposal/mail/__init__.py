"""The e-mail to the registrar: its wording, a draft for the association to send, and what Lots sends for it."""

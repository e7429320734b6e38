"""The e-mail to the registrar: its wording, and the draft that the association sends itself."""

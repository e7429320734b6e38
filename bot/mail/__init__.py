"""The e-mail to the registrar as bytes."""

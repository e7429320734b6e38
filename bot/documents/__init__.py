"""The files that Lots makes: the two documents of a proposal as PDF and DOCX."""

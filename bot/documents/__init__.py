"""The two documents of a proposal as PDF and DOCX."""

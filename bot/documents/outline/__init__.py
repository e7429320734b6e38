"""The outline of an agreement or of a pitch as files: its page as plain data, then as PDF and as DOCX."""

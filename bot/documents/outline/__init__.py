"""The outline of an agreement as files: its page as plain data, then as PDF and as DOCX."""

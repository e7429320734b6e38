"""A paper as DOCX: the template, how it is filled, and what its words are read and drawn with."""

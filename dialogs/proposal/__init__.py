"""The proposal: its questions, its overview, its two papers and their way to the registrar."""

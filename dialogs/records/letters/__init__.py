"""What leaves as a file of its own: letters to the registrar, what became of those that Lots sent, and dates."""

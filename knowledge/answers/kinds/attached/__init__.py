"""What is sent as a file: of which types, how large, and the kind of answer that it is."""

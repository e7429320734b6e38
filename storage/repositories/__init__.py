"""One repository a table or queue: what is kept, and how it is found again."""

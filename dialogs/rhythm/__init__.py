"""The rhythm of the desk: whom a case waits for, what comes up when, who stands in, and each morning's digest."""

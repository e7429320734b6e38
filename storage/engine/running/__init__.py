"""Running statements: each made ready once, and where the server is far, gathered into few trips."""

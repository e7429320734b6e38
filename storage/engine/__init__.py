"""Opening a database and keeping its tables: SQLite and PostgreSQL, each in its own way."""

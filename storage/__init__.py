"""Everything that Lots remembers: one database, one transaction an update."""

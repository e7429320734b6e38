"""A municipality's own form filled in: as PDF, as a Word document."""

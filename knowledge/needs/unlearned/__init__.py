"""Topics that nothing was learned for, understood from their names, descriptions and example needs."""

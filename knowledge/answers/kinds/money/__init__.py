"""Money: costs, funding from elsewhere, what is asked for each year."""

"""What a desk asks for of all its cases, made when its turn comes: read in portions, drawn, put into tables."""

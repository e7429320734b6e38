"""What is counted: whole numbers, months, staff."""

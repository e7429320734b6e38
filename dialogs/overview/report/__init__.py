"""The yearly report for the welfare report: counted, hidden where a number would say too much, told in words."""

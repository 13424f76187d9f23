"""Reading, judging and reporting."""

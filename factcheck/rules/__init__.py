"""What a quantity counts, by construction: a module each, and their composer `counted`."""

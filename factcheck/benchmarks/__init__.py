"""How well the engine reads and judges, on development data and on tables of our own text."""

"""The vocabulary, and a text as sentences, tokens and phrases of the kinds table."""

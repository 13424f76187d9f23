"""The commands, each a few lines over one function; `factcheck.cli` puts them together."""

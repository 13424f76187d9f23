"""Two bare statements, without dates or store: `compare`."""

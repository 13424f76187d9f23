"""Results → JSON, tables, pages, charts and sheets."""

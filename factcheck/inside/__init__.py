"""Findings inside one document: figures of its own that don't fit together."""

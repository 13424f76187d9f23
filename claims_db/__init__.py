"""Remembering: the store of prior reports, and what reading and remembering share."""

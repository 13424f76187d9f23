"""A document as claims, and its own account of its happening."""

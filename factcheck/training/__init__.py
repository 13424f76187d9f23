"""Judged pairs and stories → fitted models, and how well they judge."""

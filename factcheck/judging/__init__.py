"""A claim beside its priors: features, relation, verdict, and the reasons in words."""

"""Where, when, at what happening and by whose word: what a figure is told with."""

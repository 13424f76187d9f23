"""Settings for all tests."""

from hypothesis import settings

# Time limits of single examples tell of what else the machine is doing.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")

"""What all tests share: Hypothesis neither times a slow machine nor keeps a database in the checkout."""

from hypothesis import settings

settings.register_profile("utveksling", deadline=None, database=None)
settings.load_profile("utveksling")

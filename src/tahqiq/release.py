"""The version of the program; data has versions of its own."""

__version__ = "0.1.0"

"""A new language: a folder with everything that is asked of one, filled as far as CLDR knows it."""

from tahqiq.catalog.making.language import Made, make_language

__all__ = ["Made", "make_language"]

"""Language: from words and digits to values. One public function, `read`."""

from tahqiq.language.reader import read

__all__ = ["read"]

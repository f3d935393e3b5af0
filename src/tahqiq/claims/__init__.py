"""Text -> Claims: what the article asserts that some register may answer."""

from tahqiq.claims.read import Claims, read_claims

__all__ = ["Claims", "read_claims"]

"""Text -> Claims: what the article asserts that some register may answer."""

from tahqiq.claims.read import read_claims
from tahqiq.model import Claims

__all__ = ["Claims", "read_claims"]

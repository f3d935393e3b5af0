"""The nouns of the project: plain frozen data passed from stage to stage, and nothing else.

Offsets count code points, end exclusive. `Text.raw` is the text as read; `Text.text` is the mended text that
later stages read. Mentions, blocks and claims hold offsets into the mended text; everything a report shows is
mapped back to the raw text by `Text.to_raw`.
"""

from tahqiq.model.claims import Claim, Filters, Reading, Stated
from tahqiq.model.document import Block, Damage, Document, Mention, Piece, Repair, Text
from tahqiq.model.report import (
    Answer,
    AsOf,
    Finding,
    Group,
    LeftOut,
    ListFinding,
    ListGap,
    ListItem,
    Reason,
    Report,
    Window,
)
from tahqiq.model.sets import (
    CLAIM_KINDS,
    DOCUMENT_KINDS,
    QUALIFIERS,
    VERDICTS,
    BlockKind,
    ClaimKind,
    DocumentKind,
    GroupVerdict,
    ItemStatus,
    MentionType,
    Per,
    Qualifier,
    VerdictCode,
)

__all__ = [
    "CLAIM_KINDS",
    "DOCUMENT_KINDS",
    "QUALIFIERS",
    "VERDICTS",
    "Answer",
    "AsOf",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimKind",
    "Damage",
    "Document",
    "DocumentKind",
    "Filters",
    "Finding",
    "Group",
    "GroupVerdict",
    "ItemStatus",
    "LeftOut",
    "ListFinding",
    "ListGap",
    "ListItem",
    "Mention",
    "MentionType",
    "Per",
    "Piece",
    "Qualifier",
    "Reading",
    "Reason",
    "Repair",
    "Report",
    "Stated",
    "Text",
    "VerdictCode",
    "Window",
]

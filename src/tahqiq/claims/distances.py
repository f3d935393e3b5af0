"""How far apart words may stand and still belong together. Counted in words, but for the length of a sentence.

A word more or less on any of these changes little; they only keep a text without marks from being read as one phrase.
"""

LONGEST_SENTENCE = 1000
"""No sentence has more characters; it keeps the work on a text without full stops in proportion to its length."""
PHRASE = 3
"""Words between a preposition and the name it leads to ("on the future of Syria"), or a verb and its particle."""
VERB = 6
"""Words between a verb and its object, or its subject ("used, for the first time in years, its veto")."""
GAPPED = 6
"""Words of an item that leaves its verb out ("and Britain, a permanent member, 32")."""
REACH = 8
"""Words between "since" and the date it leads to ("since the war in the north began on ...")."""
UNIT = 4
"""Words between a figure and the noun it counts ("12 United Nations Security Council resolutions")."""
CARRY = 3
"""Sentences a subject is carried on when no other is named."""
ROW = 80
"""Characters of a line that may be the row of a table."""
NEWS = 3
"""Days before publication on which an act told without a day may have been."""

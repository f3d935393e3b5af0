"""The shapes of statement: how a figure and its fillings become a claim."""

"""Renewing registers from their official addresses: fetched, arranged, built, checked, and kept as a new version."""

"""The record as tools of an assistant (Model Context Protocol): few, read only, bounded, sourced."""

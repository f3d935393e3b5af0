"""What fills a frame: who, about whom, when, and what forbids it."""

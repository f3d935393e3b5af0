"""`python -m tahqiq`: the command line, where the script `tahqiq` is not on the path."""

from tahqiq.interfaces.cli import main

main()

"""`python -m dragoman`."""

from dragoman.show.cli import main

main()

"""Builds the embedded base map in `geodata/` from Debian's and npm's packages."""

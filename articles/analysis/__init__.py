"""The pure core: text in, frozen values out. No Django, no database, no clock."""

VERSION = 4
"""Raised whenever the same text would be read differently; stored analyses of another version are redone."""

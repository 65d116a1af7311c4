"""The demo finds a port; tests/functional/test_demo.py looks at what it serves."""

import socket

from newsroom.demo import HOST, free_port


def test_it_takes_the_next_port_when_one_is_taken() -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        taken: int = other.getsockname()[1]
        assert free_port(taken, tries=1) is None
        free = free_port(taken)
    assert free is not None
    assert free > taken

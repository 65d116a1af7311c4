"""Bytes become text, or a reason."""

import pytest

from articles.services.incoming.decoding import Undecodable, decode


def test_it_reads_utf_8_and_changes_nothing() -> None:
    assert decode("“Yes,”\r\n she said.\n".encode()).text == "“Yes,”\r\n she said.\n"


def test_it_takes_a_byte_order_mark_for_what_it_is() -> None:
    decoded = decode(b"\xef\xbb\xbfShe said no.")

    assert decoded.text == "She said no."
    assert decoded.warning == ""


def test_it_reads_an_old_windows_file_and_warns_with_the_place() -> None:
    decoded = decode("She said “no”.".encode("cp1252"))

    assert decoded.text == "She said “no”."
    assert "byte 10" in decoded.warning


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"PK\x03\x04 and so on", "Word document"),
        (b"\x89PNG\r\n\x1a\n and so on", "picture"),
        ("She said no.".encode("utf-16"), "UTF-16"),
        (b"She said\x00no.", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"She said \x81\x8d\x8f.", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_it_refuses_what_is_no_text_and_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable, match=reason) as refused:
        decode(data)

    assert refused.value.remedy


def test_it_bears_a_stray_control_character() -> None:
    text = "She said no.\x0c" + "And so on. " * 50

    assert decode(text.encode()).text == text

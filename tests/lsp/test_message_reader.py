"""Reading messages from standard input: whole, in pieces, and when it ends too early."""

import asyncio
import io
import os
import threading

import pytest

from resolint.lsp.message_reader import MessageReader


def read(content, *sizes):
    """The first line, then as many bytes as each size says."""

    async def all_of_it():
        reader = MessageReader(io.BufferedReader(io.BytesIO(content)))
        return [await reader.readline(), *[await reader.readexactly(size) for size in sizes]]

    return asyncio.run(all_of_it())


@pytest.mark.parametrize("name", [b"Content-Length", b"content-length", b"CONTENT-LENGTH "])
def test_the_name_of_the_header_may_be_in_any_case(name):
    assert read(name + b": 12\r\n\r\n{}", 2, 2) == [b"Content-Length: 12\r\n", b"\r\n", b"{}"]


def test_another_line_is_as_it_was_sent():
    assert read(b"Content-Type: text/plain\r\n") == [b"Content-Type: text/plain\r\n"]


def test_a_line_without_an_end_does_not_end_the_server():
    assert read(b"x" * 200_000) == [b"-\n"]


def test_a_message_that_is_cut_off_is_nothing():
    assert read(b"Content-Length: 9\r\n{", 9) == [b"Content-Length: 9\r\n", b""]


def test_nothing_is_read_at_the_end():
    assert read(b"") == [b""]


def test_a_message_that_arrives_in_pieces_is_put_together():
    out, into = os.pipe()

    def send():
        for piece in (b"Content-", b"Length: 4\r\n\r", b"\n{", b"  }"):
            os.write(into, piece)
        os.close(into)

    async def all_of_it(stdin):
        reader = MessageReader(stdin)
        threading.Thread(target=send).start()
        read = [await reader.readline(), await reader.readline(), await reader.readexactly(4)]
        return [*read, await reader.readline()]

    with os.fdopen(out, "rb") as stdin:
        read = asyncio.run(all_of_it(stdin))
    assert read == [b"Content-Length: 4\r\n", b"\r\n", b"{  }", b""]

"""The server answers every request, whatever it is, and ends as the protocol asks. Raw messages, as no client sends."""

import asyncio
import json
import os
import subprocess
import sys
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio

HOVER = "textDocument/hover"
PLACE = {"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 0}}


class RawClient:
    """Sends messages and headers exactly as given."""

    def __init__(self, process):
        self.process = process
        self.last_id = 0

    def send(self, message, header="Content-Length"):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(f"{header}: {len(body)}\r\n\r\n".encode() + body)

    async def request(self, method, params, header="Content-Length"):
        """Return the response to a request; ignore what the server sends meanwhile."""
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params}, header)
        async with asyncio.timeout(30):
            while True:
                message = await self.receive()
                if message.get("id") == self.last_id and "method" not in message:
                    return message

    async def receive(self):
        length = 0
        while (line := await self.process.stdout.readline()).strip():
            name, _, value = line.decode().partition(":")
            if name.lower() == "content-length":
                length = int(value)
        return json.loads(await self.process.stdout.readexactly(length))

    async def initialize(self, process_id=None):
        parameters = {"processId": process_id, "rootUri": None, "capabilities": {}}
        assert "result" in await self.request("initialize", parameters)
        self.send({"method": "initialized", "params": {}})

    async def exit_status(self):
        async with asyncio.timeout(30):
            return await self.process.wait()


@asynccontextmanager
async def server():
    """Start a server, and end it if it has not ended."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "resolint", "server"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    yield RawClient(process)
    if process.returncode is None:
        process.kill()
        await process.wait()


@pytest.fixture
async def raw():
    async with server() as client:
        yield client


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def ready():
    """One initialized server for all tests that leave it running."""
    async with server() as client:
        await client.initialize()
        yield client


@pytest.mark.parametrize(
    "params", [{"bogus": 1}, None, "a string", {"textDocument": {"uri": "untitled:a"}}, PLACE | {"position": -1}]
)
async def test_a_request_with_invalid_parameters_gets_an_error(ready, params):
    assert (await ready.request(HOVER, params))["error"]["code"] == -32602
    assert "result" in await ready.request(HOVER, PLACE)


async def test_header_names_in_any_case_are_read(ready):
    for header in ("content-length", "CONTENT-LENGTH", "Content-length"):
        assert "result" in await ready.request(HOVER, PLACE, header)


async def test_a_request_before_initialize_gets_an_error(raw):
    assert (await raw.request(HOVER, PLACE))["error"]["code"] == -32002
    await raw.initialize()


async def test_a_request_after_shutdown_gets_an_error_and_exit_succeeds(raw):
    await raw.initialize()
    assert "result" in await raw.request("shutdown", None)
    assert (await raw.request(HOVER, PLACE))["error"]["code"] == -32600
    raw.send({"method": "exit", "params": None})
    assert await raw.exit_status() == 0


async def test_exit_without_shutdown_fails(raw):
    await raw.initialize()
    raw.send({"method": "exit", "params": None})
    assert await raw.exit_status() == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be looked for without ending it")
async def test_the_server_ends_when_the_editor_has_died(raw):
    editor = subprocess.Popen([sys.executable, "-c", ""])
    editor.wait()
    await raw.initialize(process_id=editor.pid)
    assert await raw.exit_status() == 1


async def test_the_server_stays_while_the_editor_lives(raw):
    await raw.initialize(process_id=os.getpid())
    assert "result" in await raw.request(HOVER, PLACE)

"""A relay before a server that writes down which question each of its requests was about.

What it writes is JSON Lines: when, the header X-Session-ID (the question's hash) and the path.
"""

import asyncio
import json
import time


class Witness:
    def __init__(self, target_port: int, log: str) -> None:
        self.target_port = target_port
        self.log = open(log, "a", encoding="utf-8")

    def note(self, head: str) -> None:
        request, *headers = head.split("\r\n")
        named = dict(h.lower().split(": ", 1) for h in headers if ": " in h)
        told = {"at": time.time(), "key": named.get("x-session-id"), "path": request.split()[1]}
        self.log.write(json.dumps(told) + "\n")
        self.log.flush()

    async def requests(self, client, server) -> None:
        """Hands on one request after the other, each with its whole body."""
        while True:
            head = await client.readuntil(b"\r\n\r\n")
            text = head.decode("latin-1")
            lengths = [h for h in text.lower().split("\r\n") if h.startswith("content-length:")]
            body = await client.readexactly(int(lengths[0].split(":")[1])) if lengths else b""
            self.note(text)
            server.write(head + body)
            await server.drain()

    @staticmethod
    async def replies(server, client) -> None:
        while piece := await server.read(1 << 16):
            client.write(piece)
            await client.drain()

    async def connected(self, from_client, to_client) -> None:
        """Until either side leaves; then the other one is left as well."""
        to_server = None
        try:
            from_server, to_server = await asyncio.open_connection("127.0.0.1", self.target_port)
            both = [
                asyncio.ensure_future(self.requests(from_client, to_server)),
                asyncio.ensure_future(self.replies(from_server, to_client)),
            ]
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            for way in both:
                way.cancel()
            await asyncio.gather(*both, return_exceptions=True)
        except OSError:
            pass
        finally:
            for end in (to_server, to_client):
                if end is not None:
                    end.close()


async def relay(port: int, target_port: int, log: str) -> None:
    """Serves until its process is ended; prints its address once it listens."""
    witness = Witness(target_port, log)
    server = await asyncio.start_server(witness.connected, "127.0.0.1", port, limit=1 << 20)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()

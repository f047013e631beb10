"""A real llama-server on loopback, from the package xllamacpp; prints its address once it is ready.

Usage: llama-server.py MODEL.gguf THREADS [PORT [LOG]]
It serves until its process is ended, on a free port unless one is given (0 for a free one). With LOG
a relay stands before it, which writes down there which question each request was about.
"""

import asyncio
import signal
import sys

import xllamacpp

from witness import relay


def main(model: str, threads: str, port: str = "0", log: str = "") -> None:
    params = xllamacpp.CommonParams()
    params.model.path = model
    params.n_ctx = 4096
    params.n_parallel = 1
    params.cpuparams.n_threads = int(threads)
    params.cpuparams_batch.n_threads = int(threads)
    params.hostnames = ["127.0.0.1"]
    params.port = 0 if log else int(port)  # 0 for a free one
    params.warmup = False
    server = xllamacpp.Server(params)
    if log:
        asyncio.run(relay(int(port), int(server.listening_address.rsplit(":", 1)[1]), log))
    print(server.listening_address, flush=True)
    signal.pause()


if __name__ == "__main__":
    main(*sys.argv[1:])

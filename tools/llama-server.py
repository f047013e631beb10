"""A real llama-server on loopback, from the package xllamacpp; prints its address once it is ready.

Usage: llama-server.py MODEL.gguf THREADS [PORT]
It serves until its process is ended, on a free port unless one is given.
"""

import signal
import sys

import xllamacpp


def main(model: str, threads: str, port: str = "0") -> None:
    params = xllamacpp.CommonParams()
    params.model.path = model
    params.n_ctx = 4096
    params.n_parallel = 1
    params.cpuparams.n_threads = int(threads)
    params.cpuparams_batch.n_threads = int(threads)
    params.hostnames = ["127.0.0.1"]
    params.port = int(port)  # 0 for a free one
    params.warmup = False
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    signal.pause()


if __name__ == "__main__":
    main(*sys.argv[1:])

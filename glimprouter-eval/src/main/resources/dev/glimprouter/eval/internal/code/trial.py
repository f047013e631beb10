"""Tries what a program must not do, and prints a line for each attempt that was stopped.

Input, one a line: a port of this machine that listens, a file outside, seconds of processor, bytes of
memory, processes, bytes of files.
"""
import os
import resource
import socket
import time

port, outside, cpu, memory, processes, file_bytes = [line.rstrip("\n") for line in open(0)]


def stopped(attempt):
    try:
        return attempt() is False
    except (OSError, MemoryError):
        return True


def cpu_limit():
    return resource.getrlimit(resource.RLIMIT_CPU)[0] != int(cpu)


def connect():
    socket.create_connection(("127.0.0.1", int(port)), timeout=2).close()


def write_outside():
    open(outside, "w").close()


def write_much():
    with open("much", "wb", buffering=0) as file:
        for _ in range(int(file_bytes) // 65536 + 2):
            file.write(b"x" * 65536)


def fork_often():
    for _ in range(int(processes) + 1):
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)


for name, attempts in {"CPU": [cpu_limit], "MEMORY": [lambda: bytearray(int(memory))],
                       "NETWORK": [connect], "FILES": [write_outside, write_much],
                       "PROCESSES": [fork_often]}.items():
    if all([stopped(attempt) for attempt in attempts]):
        print(name, flush=True)

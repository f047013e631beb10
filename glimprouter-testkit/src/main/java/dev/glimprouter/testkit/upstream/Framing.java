package dev.glimprouter.testkit.upstream;

/** How a body's end is told. */
public enum Framing {
    /** Chunked transfer coding: each write is a chunk of its own. */
    CHUNKED,
    /** A Content-Length header, which the head has to carry. */
    LENGTH,
    /** The connection closes. */
    CLOSE
}

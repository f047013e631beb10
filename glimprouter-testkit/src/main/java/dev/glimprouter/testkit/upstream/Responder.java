package dev.glimprouter.testkit.upstream;

/** Decides what happens to a request. Used by several connections at the same time. */
@FunctionalInterface
public interface Responder {

    /** What the server does with the connection in answer to this request. */
    Play answer(Request request);
}

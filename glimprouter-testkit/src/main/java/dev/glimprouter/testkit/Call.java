package dev.glimprouter.testkit;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation;

import java.util.Optional;

/** Something that was asked of a scripted engine; sessions are numbered from 0 as they begin. */
public sealed interface Call {

    /** Which session. */
    int session();

    /** A session was opened. */
    record Open(int session) implements Call {}

    /** Text was appended. */
    record Append(int session, String text) implements Call {}

    /** A question beside the reasoning was put. */
    record Ask(int session, Aside aside) implements Call {}

    /** A generation was started. */
    record Generate(int session, Generation request) implements Call {}

    /**
     * A token was pulled.
     *
     * @param text its visible text; empty where the stream had ended
     */
    record Next(int session, Optional<String> text) implements Call {}

    /** A stream was closed for the first time. */
    record CloseStream(int session) implements Call {}

    /**
     * The prefill hint was given.
     *
     * @param beyond what is to be read beyond the text
     */
    record Prefill(int session, String beyond) implements Call {}

    /**
     * A branch was made.
     *
     * @param child its session
     */
    record Branch(int session, int child) implements Call {}

    /** A session was closed for the first time. */
    record Close(int session) implements Call {}
}

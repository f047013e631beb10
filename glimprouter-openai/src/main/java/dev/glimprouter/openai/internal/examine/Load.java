package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.http.Answer;
import dev.glimprouter.openai.internal.http.Call;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.openai.internal.session.Address;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Where a server tells what it is doing.
 *
 * @param kind how it tells
 * @param now what it is doing now; empty if it does not tell
 */
record Load(Kind kind, Supplier<Optional<Reading>> now) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How a server tells what it is doing. */
    enum Kind {
        /** By a slot, whose count begins anew with each request. */
        SLOT,
        /** By counters, which grow for ever, and which a request leaves only when the next runs. */
        COUNTERS,
        /** Not at all. */
        NONE
    }

    /**
     * What a server is doing.
     *
     * @param busy whether a request runs
     * @param generated a count that grows by one with each generated token
     */
    record Reading(boolean busy, long generated) {}

    /**
     * Finds out how a server tells.
     *
     * @param slot the slot in which our requests run; empty where the server has none
     */
    static Load of(Transport transport, URI base, OptionalInt slot) {
        Supplier<Optional<Reading>> slots =
                () ->
                        slot.isEmpty()
                                ? Optional.empty()
                                : get(transport, Address.of(base, SlotLoad.PATH))
                                        .flatMap(body -> SlotLoad.read(body, slot.getAsInt()));
        if (slots.get().isPresent()) {
            return new Load(Kind.SLOT, slots);
        }
        Supplier<Optional<Reading>> counters =
                () -> get(transport, Address.of(base, MetricLoad.PATH)).flatMap(MetricLoad::read);
        return counters.get().isPresent()
                ? new Load(Kind.COUNTERS, counters)
                : new Load(Kind.NONE, Optional::empty);
    }

    private static Optional<String> get(Transport transport, URI uri) {
        try {
            Answer answer = transport.trySend(Call.get(uri), PATIENCE);
            return answer.ok() ? Optional.of(answer.text()) : Optional.empty();
        } catch (RetryableException | SetupException silent) {
            return Optional.empty();
        }
    }
}

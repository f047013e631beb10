package dev.glimprouter.testkit.upstream.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spoils what a token's entry tells of its candidates. */
final class LogprobQuirks {

    /** What vLLM tells instead of negative infinity. */
    static final double FLOOR = -9999.0;

    private LogprobQuirks() {}

    /**
     * The entry as a server of this manner tells it.
     *
     * @param number the token's number in the generation, from 1
     */
    static Entry spoil(Entry entry, int number, Manner manner) {
        if (entry.top().isEmpty() || manner.has(Quirk.LOGPROBS_NULL)) {
            return new Entry(entry.token(), entry.sent(), Optional.empty());
        }
        if (manner.has(Quirk.LOGPROBS_DRAFTED) && number > 1) {
            Option sure = new Option(entry.token().id(), entry.token().bytes(), 0);
            return new Entry(sure, entry.sent(), Optional.of(List.of(sure)));
        }
        List<Option> top = new ArrayList<>(entry.top().get());
        if (manner.has(Quirk.LOGPROBS_FEWER)) {
            top = new ArrayList<>(top.subList(0, (top.size() + 1) / 2));
        }
        if (manner.has(Quirk.LOGPROBS_TWICE) && top.size() > 1) {
            Option first = top.getFirst();
            top.set(1, new Option(first.id(), first.bytes(), top.get(1).logprob()));
        }
        if (manner.has(Quirk.LOGPROBS_FLOOR)) {
            top.set(top.size() - 1, last(top, FLOOR));
        }
        if (manner.has(Quirk.LOGPROBS_NULL_VALUE)) {
            top.set(top.size() - 1, last(top, Double.NaN));
        }
        return new Entry(entry.token(), entry.sent(), Optional.of(List.copyOf(top)));
    }

    private static Option last(List<Option> top, double logprob) {
        return new Option(top.getLast().id(), top.getLast().bytes(), logprob);
    }
}

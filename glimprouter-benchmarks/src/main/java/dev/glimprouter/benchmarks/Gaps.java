package dev.glimprouter.benchmarks;

import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;
import dev.glimprouter.testkit.upstream.Responder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures at the servers how long each question's client takes between what it was sent last and
 * what it asks for next. Thread safe.
 *
 * <p>The gaps of one step are summed: a step of the small model has one, before its request; a step
 * of the large model has another one, between the glimpse and its own request.
 */
final class Gaps {

    private static final String COMPLETIONS = "/v1/completions";
    private static final String QUESTION = "X-Session-ID";
    private static final String DONE = "[DONE]";

    private final Map<String, Watch> watches = new HashMap<>();
    private final List<Long> steps = new ArrayList<>();

    /** One question. */
    private static final class Watch {
        private long sentNanos;
        private boolean whole;
        private long stepNanos;
    }

    /** A server whose generations are measured. */
    Responder around(Responder server) {
        return request ->
                request.path().equals(COMPLETIONS)
                        ? measured(server, request)
                        : server.answer(request);
    }

    private Play measured(Responder server, Request request) {
        String question = request.header(QUESTION).orElseThrow();
        arrived(question, request);
        return server.answer(request)
                .mapped(
                        act ->
                                act instanceof Act.Event event
                                        ? Stream.of(new Act.Run(() -> sends(question, event)), act)
                                        : Stream.of(act));
    }

    private synchronized void arrived(String question, Request request) {
        Watch watch = watches.get(question);
        if (watch == null) {
            watches.put(question, new Watch());
            return;
        }
        if (watch.whole) {
            finish(watch);
        }
        watch.stepNanos += request.nanos() - watch.sentNanos;
        watch.whole = false;
    }

    /** Just before the bytes go out, so that no reply to them can come earlier. */
    private synchronized void sends(String question, Act.Event event) {
        Watch watch = watches.get(question);
        if (watch != null) {
            watch.sentNanos = System.nanoTime();
            watch.whole = event.text().contains(DONE);
        }
    }

    private void finish(Watch watch) {
        if (watch.stepNanos > 0) {
            steps.add(watch.stepNanos);
        }
        watch.stepNanos = 0;
    }

    /** The overhead of each step so far in nanoseconds, from the least; forgets all. */
    synchronized List<Long> take() {
        watches.values().forEach(this::finish);
        List<Long> sorted = steps.stream().sorted().toList();
        watches.clear();
        steps.clear();
        return sorted;
    }
}

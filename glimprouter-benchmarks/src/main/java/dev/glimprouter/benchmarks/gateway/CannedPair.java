package dev.glimprouter.benchmarks.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * A small and a large vLLM that write the steps of one question after the other, and measure what
 * they take themselves. Every third step is one that the small model is unsure of.
 *
 * <p>The time of a request runs from when it has been read until the last bytes of it that anybody
 * waits for are about to be written: of a step that goes to large, the first token of small's
 * stream, else the end of the stream. So what the writing takes is not the model's.
 */
final class CannedPair {

    private static final int SURE_OF = 3;
    private static final double MILLI = 1e6;

    private final int steps;
    private final int tokens;
    private volatile long tokenNanos;
    private final CannedModel rest = new CannedModel();
    private int begun;
    private int requests;
    private long nanos;

    /** A pair that writes as fast as it can. */
    CannedPair(int steps, int tokens) {
        this.steps = steps;
        this.tokens = tokens;
    }

    /** Takes so long for each token from now on. */
    void pace(double tokenMillis) {
        tokenNanos = (long) (tokenMillis * MILLI);
    }

    /** Requests for text and the nanoseconds that they took since this was asked last. */
    synchronized String take() {
        String told = requests + " " + nanos;
        begun = 0;
        requests = 0;
        nanos = 0;
        return told;
    }

    private synchronized int begin() {
        return begun++;
    }

    private synchronized void needed(long since) {
        requests++;
        nanos += System.nanoTime() - since;
    }

    void small(RawRequest request, OutputStream out) throws IOException {
        if (!request.path().equals("/v1/completions")) {
            rest.answer(request, out);
            return;
        }
        long read = System.nanoTime();
        int step = begin();
        if (step >= steps) {
            write(out, read, true, true, "So", "</think>");
        } else {
            write(out, read, true, step % SURE_OF != SURE_OF - 1, step(step));
        }
    }

    void large(RawRequest request, OutputStream out) throws IOException {
        if (!request.path().equals("/v1/completions")) {
            rest.answer(request, out);
            return;
        }
        long read = System.nanoTime();
        boolean step = request.body().contains("\"stop\":[");
        if (step) {
            write(out, read, false, true, step(0));
        } else {
            write(out, read, false, true, "It", " is", CannedModel.LAST_WORD);
        }
    }

    private String[] step(int number) {
        String[] step = new String[tokens];
        for (int i = 0; i < tokens - 1; i++) {
            step[i] = " w" + number + "x" + i;
        }
        step[tokens - 1] = ".\n\n";
        return step;
    }

    private void write(OutputStream out, long read, boolean listed, boolean sure, String... step)
            throws IOException {
        long due = read + tokenNanos;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(CannedReply.streamHead());
        for (int i = 0; i < step.length; i++) {
            boolean last = i == step.length - 1;
            add(bytes, step[i], i + 1, listed, sure, last);
            await(due);
            due += tokenNanos;
            if (sure ? last : i == 0) {
                needed(read);
            }
            out.write(bytes.toByteArray());
            bytes.reset();
        }
    }

    private static void add(
            ByteArrayOutputStream to,
            String token,
            int count,
            boolean listed,
            boolean sure,
            boolean last) {
        String stop =
                token.endsWith("\n\n")
                        ? "\"\\n\\n\""
                        : token.equals("</think>") ? "\"</think>\"" : "null";
        String finish = last ? "\"stop\"" : "null";
        to.writeBytes(
                CannedReply.event(
                        VllmJson.piece(token, count, listed, sure, finish, last ? stop : "null")));
        if (last) {
            to.writeBytes(CannedReply.event(VllmJson.usagePiece(count)));
            to.writeBytes(CannedReply.event("[DONE]"));
            to.writeBytes(CannedReply.streamEnd());
        }
    }

    private static void await(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}

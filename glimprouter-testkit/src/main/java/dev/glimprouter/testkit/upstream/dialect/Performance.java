package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.Play;

import tools.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** A generation as a server streams it. */
final class Performance implements Iterator<Act> {

    private final Job job;
    private final Shape shape;
    private final Iterator<Beat> beats;
    private final Queue<Act> ready = new ArrayDeque<>();
    private boolean over;

    Performance(Job job, Shape shape, Iterator<Beat> beats) {
        this.job = job;
        this.shape = shape;
        this.beats = beats;
        open();
    }

    private void open() {
        String type =
                shape.isEvents() ? "text/event-stream; charset=utf-8" : "application/x-ndjson";
        ready.add(Play.streamHead(type, job.manner().framing()));
        if (job.manner().has(Quirk.QUEUE_FULL_EVENT)) {
            fail(503, "The request queue is full.");
            return;
        }
        shape.opening(job).forEach(message -> send(message, 0));
        failIfDue();
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || !over;
    }

    @Override
    public Act next() {
        while (ready.isEmpty() && !over) {
            play(beats.next());
        }
        Act act = ready.poll();
        if (act == null) {
            throw new NoSuchElementException();
        }
        return act;
    }

    private void play(Beat beat) {
        switch (beat) {
            case Beat.Pause pause -> ready.add(new Act.Pause(pause.nanos()));
            case Beat.Silence _ -> {
                ready.add(new Act.Break(Cut.STALL));
                over = true;
            }
            case Beat.Failure failure -> fail(500, String.valueOf(failure.cause().getMessage()));
            case Beat.Wrote wrote -> deliver(wrote.chunk());
        }
    }

    private void deliver(Chunk chunk) {
        job.sends(chunk);
        boolean silent = job.manner().has(Quirk.NO_FINISH);
        send(shape.chunk(job, silent ? chunk.withoutFinish() : chunk), chunk.entries().size());
        failIfDue();
        if (!over && chunk.finish().isPresent()) {
            if (!silent) {
                shape.closing(job, chunk.finish().get()).forEach(message -> send(message, 0));
                done();
            }
            end();
        }
    }

    private void failIfDue() {
        job.failAfter()
                .ifPresent(
                        tokens -> {
                            if (!over && job.writtenTokens() >= tokens) {
                                fail(500, "EngineCore encountered an issue.");
                            }
                        });
    }

    private void fail(int status, String message) {
        send(shape.errorMessage(status, message), 0);
        shape.lastWordAfterError().ifPresent(word -> ready.add(event(word, 0)));
        end();
    }

    private void done() {
        if (shape.isEvents() && shape.saysDone() && !job.manner().has(Quirk.NO_DONE)) {
            ready.add(event("[DONE]", 0));
        }
    }

    private void end() {
        ready.add(new Act.End());
        over = true;
    }

    private void send(JsonNode message, int tokens) {
        if (!shape.isEvents()) {
            ready.add(new Act.Event(Json.text(message) + "\n", tokens));
            return;
        }
        if (job.manner().has(Quirk.KEEP_ALIVE)) {
            ready.add(new Act.Event(": keep-alive\n\n", 0));
        }
        ready.add(event(Json.text(message), tokens));
    }

    private Act event(String data, int tokens) {
        String lineEnd = job.manner().has(Quirk.CARRIAGE_RETURNS) ? "\r\n" : "\n";
        String field = job.manner().has(Quirk.NO_BLANK) ? "data:" : "data: ";
        return new Act.Event(field + data + lineEnd + lineEnd, tokens);
    }
}

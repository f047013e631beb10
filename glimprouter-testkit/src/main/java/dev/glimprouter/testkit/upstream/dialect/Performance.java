package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Play;

import tools.jackson.databind.JsonNode;

import java.util.Iterator;

/** A generation as a server streams it. */
final class Performance extends Acting {

    private final Job job;
    private final Shape shape;

    Performance(Job job, Shape shape, Iterator<Beat> beats) {
        super(beats);
        this.job = job;
        this.shape = shape;
        open();
    }

    private void open() {
        String type =
                shape.isEvents() ? "text/event-stream; charset=utf-8" : "application/x-ndjson";
        add(Play.streamHead(type, job.manner().framing()));
        if (job.manner().has(Quirk.QUEUE_FULL_EVENT)) {
            fail(503, "The request queue is full.");
            return;
        }
        shape.opening(job).forEach(message -> send(message, 0));
        failIfDue();
    }

    @Override
    void failed(String message) {
        fail(500, message);
    }

    @Override
    void wrote(Chunk chunk) {
        job.sends(chunk);
        boolean silent = job.manner().has(Quirk.NO_FINISH);
        send(shape.chunk(job, silent ? chunk.withoutFinish() : chunk), chunk.entries().size());
        failIfDue();
        if (!isOver() && chunk.finish().isPresent()) {
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
                            if (!isOver() && job.writtenTokens() >= tokens) {
                                fail(500, "EngineCore encountered an issue.");
                            }
                        });
    }

    private void fail(int status, String message) {
        send(shape.errorMessage(status, message), 0);
        shape.lastWordAfterError().ifPresent(word -> add(event(word, 0)));
        end();
    }

    private void done() {
        if (shape.isEvents() && shape.saysDone() && !job.manner().has(Quirk.NO_DONE)) {
            add(event("[DONE]", 0));
        }
    }

    private void end() {
        add(new Act.End());
        finish();
    }

    private void send(JsonNode message, int tokens) {
        if (!shape.isEvents()) {
            add(new Act.Event(Json.text(message) + "\n", tokens));
            return;
        }
        if (job.manner().has(Quirk.KEEP_ALIVE)) {
            add(new Act.Event(": keep-alive\n\n", 0));
        }
        add(event(Json.text(message), tokens));
    }

    private Act event(String data, int tokens) {
        String lineEnd = job.manner().has(Quirk.CARRIAGE_RETURNS) ? "\r\n" : "\n";
        String field = job.manner().has(Quirk.NO_BLANK) ? "data:" : "data: ";
        return new Act.Event(field + data + lineEnd + lineEnd, tokens);
    }
}

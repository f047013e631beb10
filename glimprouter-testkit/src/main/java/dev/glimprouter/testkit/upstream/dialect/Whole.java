package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Play;

import java.util.Iterator;

/** A generation as a server answers it in one piece. */
final class Whole extends Acting {

    private final Job job;
    private final Shape shape;
    private Chunk all = Chunk.NONE;

    Whole(Job job, Shape shape, Iterator<Beat> beats) {
        super(beats);
        this.job = job;
        this.shape = shape;
    }

    @Override
    void failed(String message) {
        answer(Json.answer(500, shape.error(500, message)));
    }

    @Override
    void wrote(Chunk chunk) {
        job.sends(chunk);
        all = all.plus(chunk);
        if (all.finish().isPresent()) {
            answer(Json.answer(shape.whole(job, all)));
        }
    }

    private void answer(Play play) {
        play.acts().forEach(this::add);
        finish();
    }
}

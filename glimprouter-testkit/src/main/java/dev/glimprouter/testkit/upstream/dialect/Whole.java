package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.Play;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** A generation as a server answers it in one piece. */
final class Whole implements Iterator<Act> {

    private final Job job;
    private final Shape shape;
    private final Iterator<Beat> beats;
    private final Queue<Act> ready = new ArrayDeque<>();
    private Chunk all = Chunk.NONE;
    private boolean over;

    Whole(Job job, Shape shape, Iterator<Beat> beats) {
        this.job = job;
        this.shape = shape;
        this.beats = beats;
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
            case Beat.Failure failure -> {
                String message = String.valueOf(failure.cause().getMessage());
                answer(Json.answer(500, shape.error(500, message)));
            }
            case Beat.Wrote wrote -> {
                job.sends(wrote.chunk());
                all = all.plus(wrote.chunk());
                if (all.finish().isPresent()) {
                    answer(Json.answer(shape.whole(job, all)));
                }
            }
        }
    }

    private void answer(Play play) {
        play.acts().forEach(ready::add);
        over = true;
    }
}

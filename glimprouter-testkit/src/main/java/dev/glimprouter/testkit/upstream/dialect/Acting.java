package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Cut;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** Turns the beats of a generation into the acts of a server, one beat at a time. */
abstract class Acting implements Iterator<Act> {

    private final Iterator<Beat> beats;
    private final Queue<Act> ready = new ArrayDeque<>();
    private boolean over;

    Acting(Iterator<Beat> beats) {
        this.beats = beats;
    }

    /** What the server does with a piece of text. */
    abstract void wrote(Chunk chunk);

    /** What the server does where the script fails. */
    abstract void failed(String message);

    /** Does this next. */
    final void add(Act act) {
        ready.add(act);
    }

    /** Does nothing more after what was added. */
    final void finish() {
        over = true;
    }

    final boolean isOver() {
        return over;
    }

    @Override
    public final boolean hasNext() {
        return !ready.isEmpty() || !over;
    }

    @Override
    public final Act next() {
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
            case Beat.Pause pause -> add(new Act.Pause(pause.nanos()));
            case Beat.Silence _ -> {
                add(new Act.Break(Cut.STALL));
                finish();
            }
            case Beat.Failure failure -> failed(String.valueOf(failure.cause().getMessage()));
            case Beat.Wrote wrote -> wrote(wrote.chunk());
        }
    }
}

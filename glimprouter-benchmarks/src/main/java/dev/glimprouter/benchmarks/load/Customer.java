package dev.glimprouter.benchmarks.load;

import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** A client that sends one request after the other. Used by one thread. */
final class Customer implements Runnable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int SMALL_WINDOW_BYTES = 1024;
    private static final int TALES = 1_000_000;

    private final int port;
    private final SplittableRandom random;
    private final Tally tally;
    private final BooleanSupplier open;
    private Wire kept;

    Customer(int port, long seed, Tally tally, BooleanSupplier open) {
        this.port = port;
        this.random = new SplittableRandom(seed);
        this.tally = tally;
        this.open = open;
    }

    /** Somebody has gone away. */
    private static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1;

        Left() {
            super("", null, false, false);
        }
    }

    @Override
    public void run() {
        try {
            while (open.getAsBoolean()) {
                visit();
                Thread.sleep(random.nextInt(100));
            }
            hangUp();
        } catch (InterruptedException | IOException hurried) {
            tally.breach("a client ended: " + hurried);
        }
    }

    private void visit() throws IOException, InterruptedException {
        Habit habit = Weighted.any(Habit.values(), random);
        Ask ask = ask();
        String what = ask.kind() + ", " + habit.words();
        try {
            Wire wire = wire(habit);
            kept = null;
            String key = habit == Habit.STRANGER ? "gr-nobody" : Keys.any(random);
            wire.post(ask.path(), key, json(ask, habit));
            if (habit == Habit.LEAVES_EARLY || (habit == Habit.LEAVES_LATE && !ask.stream())) {
                Thread.sleep(random.nextInt(habit == Habit.LEAVES_EARLY ? 50 : 1500));
                leave(wire);
                tally.count(what + ": gone");
                return;
            }
            Caller.Reply reply = Caller.read(wire, heard(habit, wire));
            judge(ask, habit, what, reply);
            keep(wire, reply);
        } catch (Left gone) {
            tally.count(what + ": gone");
        } catch (IOException | RuntimeException broken) {
            tally.breach("%s: %s, %s".formatted(what, broken, ask));
        }
    }

    private void judge(Ask ask, Habit habit, String what, Caller.Reply reply) {
        Optional<String> objection = Verdict.objection(ask, habit, reply);
        if (objection.isPresent()) {
            tally.breach("%s: %s, %s".formatted(what, objection.get(), ask));
        } else {
            tally.count(what + ": " + reply.words());
        }
    }

    private Ask ask() {
        boolean large = random.nextInt(4) == 0;
        Tale tale =
                new Tale(
                        random.nextInt(TALES),
                        large ? 6 + random.nextInt(10) : 1 + random.nextInt(3),
                        large ? 10 : 3 + random.nextInt(4),
                        random.nextInt(3) == 0 ? 0 : random.nextInt(20));
        Ask.Api api = random.nextInt(3) == 0 ? Ask.Api.RESPONSES : Ask.Api.CHAT;
        int most = random.nextInt(8) == 0 ? 4 + random.nextInt(40) : 0;
        return new Ask(api, random.nextInt(3) > 0, tale, most);
    }

    private static String json(Ask ask, Habit habit) {
        return habit == Habit.CLUMSY
                ? ask.json().replaceFirst("\"seed\":1", "\"sead\":1")
                : ask.json();
    }

    private IntConsumer heard(Habit habit, Wire wire) {
        int last = random.nextInt(30);
        return event -> {
            if (habit == Habit.SLOW) {
                pause(random.nextInt(20));
            } else if (habit == Habit.LEAVES_LATE && event == last) {
                leave(wire);
                throw new Left();
            }
        };
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    private void leave(Wire wire) {
        try {
            if (random.nextBoolean()) {
                wire.vanish();
            } else {
                wire.close();
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Wire wire(Habit habit) throws IOException {
        if (habit == Habit.SLOW) {
            hangUp();
            return Wire.to(port, PATIENCE_MILLIS, SMALL_WINDOW_BYTES);
        }
        return kept != null ? kept : Wire.to(port, PATIENCE_MILLIS);
    }

    private void keep(Wire wire, Caller.Reply reply) throws IOException {
        boolean over = reply.head().header("connection").filter("close"::equals).isPresent();
        if (over || random.nextBoolean()) {
            wire.close();
        } else {
            kept = wire;
        }
    }

    private void hangUp() throws IOException {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }
}

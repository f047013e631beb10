package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Session;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Draft;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has models draft one step, once or several times, and knows which drafts are undecided. */
final class DraftRun {

    private final Desk desk;
    private final StepDesk step;
    private final Journal journal;
    private final Outage outage;
    private final List<Draft> undecided = new ArrayList<>();

    DraftRun(Desk desk, StepDesk step, Journal journal, Outage outage) {
        this.desk = desk;
        this.step = step;
        this.journal = journal;
        this.outage = outage;
    }

    /** One draft, told piece by piece; empty if its writer cannot be reached. */
    Optional<Draft> one(Writer writer, boolean watched) {
        Distributions wanted = watched ? Distributions.ALL : Distributions.NONE;
        try (LiveStream stream = step.open(writer, wanted, Integer.MAX_VALUE)) {
            int attempt = step.takeAttempt();
            DraftStream draft =
                    new DraftStream(
                            writer,
                            stream,
                            attempt,
                            watched,
                            piece -> tell(writer, attempt, piece));
            while (draft.pull()) {
                // each piece is told as it comes
            }
            List<Draft> complete = undecided(List.of(draft));
            complete.forEach(journal::drafted);
            return complete.stream().findFirst();
        } catch (RetryableException unreachable) {
            outage.next(writer, unreachable);
            return Optional.empty();
        }
    }

    private void tell(Writer writer, int attempt, String piece) {
        journal.delta(attempt, writer, piece);
        desk.wrote(writer, attempt, piece);
    }

    /** Several drafts, each told when it is complete; fewer where small fails. */
    List<Draft> several(int count) {
        List<Draft> done = new ArrayList<>();
        int tried = 0;
        while (tried < count) {
            tried += together(count - tried, done);
        }
        return List.copyOf(done);
    }

    /**
     * Writes at most so many drafts at the same time, as branches allow; the number of those that
     * were tried.
     */
    private int together(int most, List<Draft> done) {
        try (Bundle bundle = new Bundle()) {
            bundle.open(most);
            bundle.read();
            List<Draft> complete = undecided(bundle.whole());
            complete.forEach(this::tell);
            done.addAll(complete);
            bundle.broken(done.isEmpty());
            return bundle.failure == null ? bundle.size() : most;
        }
    }

    /** Their drafts, which are undecided now; none of them where the question was stopped. */
    private List<Draft> undecided(List<DraftStream> streams) {
        List<Draft> drafts =
                streams.stream()
                        .filter(stream -> !stream.isEmpty())
                        .map(DraftStream::draft)
                        .toList();
        undecided.addAll(drafts);
        step.checkHalt(true);
        return drafts;
    }

    private void tell(Draft draft) {
        if (!draft.text().isEmpty()) {
            journal.delta(draft.attempt(), draft.writer(), draft.text());
        }
        journal.drafted(draft);
    }

    /** Keeps a draft; the others are thrown away. */
    void keep(Draft draft) {
        if (!undecided.remove(draft)) {
            throw new IllegalArgumentException("not a draft of this step: " + draft);
        }
        reject();
    }

    /** Throws away what is undecided. */
    void reject() {
        List<Draft> rejected = List.copyOf(undecided);
        undecided.clear();
        rejected.forEach(journal::rejected);
    }

    /** Streams that are read by turns: one in small's session, the others in branches. */
    private final class Bundle implements AutoCloseable {

        private final List<DraftStream> all = new ArrayList<>();
        private final List<DraftStream> whole = new ArrayList<>();
        private final List<Session> branches = new ArrayList<>();
        private @Nullable RetryableException failure;

        void open(int most) {
            try {
                add(desk.session(Writer.SMALL));
                while (all.size() < most) {
                    add(branch());
                }
            } catch (RetryableException full) {
                failure = all.isEmpty() ? full : null;
            }
        }

        private Session branch() {
            Session branch = desk.session(Writer.SMALL).branch();
            branches.add(branch);
            return branch;
        }

        private void add(Session session) {
            LiveStream stream =
                    step.open(Writer.SMALL, session, Distributions.NONE, Integer.MAX_VALUE);
            all.add(new DraftStream(Writer.SMALL, stream, step.takeAttempt(), false, _ -> {}));
        }

        void read() {
            List<DraftStream> going = new ArrayList<>(all);
            while (!going.isEmpty()) {
                going.removeIf(this::ends);
            }
        }

        private boolean ends(DraftStream draft) {
            try {
                boolean ended = !draft.pull();
                if (ended) {
                    whole.add(draft);
                }
                return ended;
            } catch (RetryableException broken) {
                failure = broken;
                return true;
            }
        }

        /** Those that came to their end, in the order of their attempts. */
        List<DraftStream> whole() {
            return all.stream().filter(whole::contains).toList();
        }

        /** Tells of drafts that broke off. */
        void broken(boolean nothingElse) {
            RetryableException why = failure;
            if (why == null) {
                return;
            }
            if (nothingElse) {
                outage.next(Writer.SMALL, why);
            } else {
                journal.retried(Writer.SMALL, "a draft broke off: " + why.getMessage());
            }
        }

        int size() {
            return all.size();
        }

        @Override
        public void close() {
            all.forEach(DraftStream::close);
            branches.forEach(Session::close);
        }
    }
}

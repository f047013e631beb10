package dev.glimprouter.event;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;

import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a question.
 *
 * <p>Events of one question are ordered: {@link Started} first; then for each step glimpses,
 * decisions, deltas and the step; then answer deltas; and exactly one of {@link Finished}, {@link
 * Cancelled}, {@link Failed} last.
 */
public sealed interface RouteEvent {

    /** The step at hand, from 0; the number of kept steps once the answer is being written. */
    int step();

    /** Nanoseconds since the question started. */
    long nanos();

    /**
     * The question was taken up.
     *
     * @param question what is asked
     * @param strategy the strategy's name with its parameters
     * @param config the rules in force
     * @param models the models by role
     */
    record Started(
            long nanos,
            Question question,
            String strategy,
            RouterConfig config,
            Map<Writer, EngineInfo> models)
            implements RouteEvent {
        /** Copies the map. */
        public Started {
            models = Map.copyOf(models);
        }

        @Override
        public int step() {
            return 0;
        }
    }

    /**
     * A model evaluated text that it had not written itself.
     *
     * @param writer which model
     * @param cost prompt, cached and seam tokens and their nanoseconds; nothing of its own text
     */
    record Prefilled(int step, long nanos, Writer writer, StreamCost cost) implements RouteEvent {}

    /**
     * The small model's next token was looked at.
     *
     * @param probe what was seen; empty if the engine told no distribution, or a blank one
     */
    record Glimpsed(int step, long nanos, Optional<Probe> probe) implements RouteEvent {}

    /** It was decided who writes. */
    record Decided(int step, long nanos, Decision decision) implements RouteEvent {}

    /**
     * A piece of a step was written.
     *
     * @param attempt which attempt at the step, from 0
     * @param writer who writes
     * @param text the piece, not empty
     */
    record Delta(int step, long nanos, int attempt, Writer writer, String text)
            implements RouteEvent {}

    /**
     * A draft of a step is complete.
     *
     * @param attempt which attempt at the step, from 0
     * @param writer who wrote it
     * @param text all of it
     * @param tokens how many tokens its writer generated for it
     * @param ending how it ended
     */
    record Drafted(
            int step,
            long nanos,
            int attempt,
            Writer writer,
            String text,
            int tokens,
            Ending ending)
            implements RouteEvent {}

    /**
     * A draft was looked at.
     *
     * @param attempt which attempt at the step, from 0
     * @param verdict what came of it
     */
    record Judged(int step, long nanos, int attempt, Verdict verdict) implements RouteEvent {}

    /**
     * An attempt at a step was thrown away.
     *
     * @param attempt which attempt at the step, from 0
     * @param writer who wrote it
     * @param tokens how many tokens its writer generated for it
     */
    record Rejected(int step, long nanos, int attempt, Writer writer, int tokens)
            implements RouteEvent {}

    /**
     * A model wrote an attempt by verifying tokens drafted for it.
     *
     * @param writer whose text it is
     * @param speculation how it came about
     */
    record Speculated(int step, long nanos, Writer writer, Speculation speculation)
            implements RouteEvent {}

    /**
     * A model did something while the other one was still at work.
     *
     * <p>Of races it is told when they are decided; of reading ahead at the end of the question,
     * for all steps together.
     *
     * @param writer which model
     * @param overlapping what it was
     */
    record Overlapped(int step, long nanos, Writer writer, Overlapping overlapping)
            implements RouteEvent {}

    /**
     * Something came to nothing and is tried again.
     *
     * @param writer who tries now
     * @param reason a few words for people
     */
    record Retried(int step, long nanos, Writer writer, String reason) implements RouteEvent {}

    /**
     * A model's part of the question went to another server.
     *
     * @param writer which model
     * @param from address of the server it was on
     * @param to address of the one it is on now
     * @param reason a few words for people
     */
    record Moved(int step, long nanos, Writer writer, String from, String to, String reason)
            implements RouteEvent {}

    /** A step was kept. */
    record StepWritten(long nanos, Step written) implements RouteEvent {
        @Override
        public int step() {
            return written.index();
        }
    }

    /**
     * A piece of the answer was written.
     *
     * @param writer who writes
     * @param text the piece, not empty
     */
    record AnswerDelta(int step, long nanos, Writer writer, String text) implements RouteEvent {}

    /**
     * The answer is complete.
     *
     * @param stop why the reasoning ended
     * @param answer the whole answer
     * @param ending how the answer ended
     * @param usage what each model did
     */
    record Finished(
            int step, long nanos, Stop stop, String answer, Ending ending, Map<Writer, Usage> usage)
            implements RouteEvent {
        /** Copies the map. */
        public Finished {
            usage = Map.copyOf(usage);
        }
    }

    /** The caller cancelled the question. */
    record Cancelled(int step, long nanos, Map<Writer, Usage> usage) implements RouteEvent {
        /** Copies the map. */
        public Cancelled {
            usage = Map.copyOf(usage);
        }
    }

    /**
     * The question failed.
     *
     * @param kind simple name of the error's type
     * @param message its message
     */
    record Failed(int step, long nanos, String kind, String message, Map<Writer, Usage> usage)
            implements RouteEvent {
        /** Copies the map. */
        public Failed {
            usage = Map.copyOf(usage);
        }
    }
}

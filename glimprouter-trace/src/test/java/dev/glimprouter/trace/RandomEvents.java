package dev.glimprouter.trace;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.event.Judging;
import dev.glimprouter.event.Overlapping;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Cancelled;
import dev.glimprouter.event.RouteEvent.Decided;
import dev.glimprouter.event.RouteEvent.Delta;
import dev.glimprouter.event.RouteEvent.Drafted;
import dev.glimprouter.event.RouteEvent.Failed;
import dev.glimprouter.event.RouteEvent.Finished;
import dev.glimprouter.event.RouteEvent.Glimpsed;
import dev.glimprouter.event.RouteEvent.Judged;
import dev.glimprouter.event.RouteEvent.Moved;
import dev.glimprouter.event.RouteEvent.Overlapped;
import dev.glimprouter.event.RouteEvent.Prefilled;
import dev.glimprouter.event.RouteEvent.Rejected;
import dev.glimprouter.event.RouteEvent.Retried;
import dev.glimprouter.event.RouteEvent.Speculated;
import dev.glimprouter.event.RouteEvent.Started;
import dev.glimprouter.event.RouteEvent.StepWritten;
import dev.glimprouter.event.Usage;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.question.Role;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.RepeatDetector;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Seeded events of every type, with every value that their types allow. */
final class RandomEvents {

    /** One constant for each type of event; {@link #kindOf} keeps the list complete. */
    enum Kind {
        STARTED,
        PREFILLED,
        GLIMPSED,
        DECIDED,
        DELTA,
        DRAFTED,
        JUDGED,
        REJECTED,
        SPECULATED,
        OVERLAPPED,
        RETRIED,
        MOVED,
        STEP_WRITTEN,
        ANSWER_DELTA,
        FINISHED,
        CANCELLED,
        FAILED
    }

    private static final String[] PIECES = {
        "a",
        "7",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u001b[31m",
        "\"",
        "\\",
        "\\u0041",
        "/",
        "é",
        "ß",
        "漢",
        "\u0085",
        "\u009b",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "🙂",
        "👩‍🔬",
        "\ud83d",
        "\ude00",
        "\ude00\ud83d",
        "</think>",
        "\u007f",
        "e\u0301",
        "\u202e"
    };

    private static final double[] REALS = {
        0.0,
        -0.0,
        1,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.1 + 0.2,
        1e21,
        1e-7,
        2.2250738585072014E-308
    };

    private final SplittableRandom random;

    RandomEvents(long seed) {
        random = new SplittableRandom(seed);
    }

    static Kind kindOf(RouteEvent event) {
        return switch (event) {
            case Started _ -> Kind.STARTED;
            case Prefilled _ -> Kind.PREFILLED;
            case Glimpsed _ -> Kind.GLIMPSED;
            case Decided _ -> Kind.DECIDED;
            case Delta _ -> Kind.DELTA;
            case Drafted _ -> Kind.DRAFTED;
            case Judged _ -> Kind.JUDGED;
            case Rejected _ -> Kind.REJECTED;
            case Speculated _ -> Kind.SPECULATED;
            case Overlapped _ -> Kind.OVERLAPPED;
            case Retried _ -> Kind.RETRIED;
            case Moved _ -> Kind.MOVED;
            case StepWritten _ -> Kind.STEP_WRITTEN;
            case AnswerDelta _ -> Kind.ANSWER_DELTA;
            case Finished _ -> Kind.FINISHED;
            case Cancelled _ -> Kind.CANCELLED;
            case Failed _ -> Kind.FAILED;
        };
    }

    /** A started event, then {@code count} others. */
    List<RouteEvent> trace(int count) {
        List<RouteEvent> events = new ArrayList<>();
        events.add(make(Kind.STARTED));
        for (int i = 0; i < count; i++) {
            events.add(make(Kind.values()[1 + random.nextInt(Kind.values().length - 1)]));
        }
        return events;
    }

    private RouteEvent make(Kind kind) {
        int step = count();
        long nanos = random.nextLong();
        return switch (kind) {
            case STARTED -> new Started(nanos, question(), text(), config(), each(this::model));
            case PREFILLED -> new Prefilled(step, nanos, writer(), cost());
            case GLIMPSED -> new Glimpsed(step, nanos, maybe(this::probe));
            case DECIDED -> new Decided(step, nanos, decision());
            case DELTA -> new Delta(step, nanos, count(), writer(), text());
            case DRAFTED ->
                    new Drafted(
                            step, nanos, count(), writer(), text(), count(), pick(Ending.values()));
            case JUDGED -> new Judged(step, nanos, count(), verdict());
            case REJECTED -> new Rejected(step, nanos, count(), writer(), count());
            case SPECULATED -> new Speculated(step, nanos, writer(), speculation());
            case OVERLAPPED -> new Overlapped(step, nanos, writer(), overlapping());
            case RETRIED -> new Retried(step, nanos, writer(), text());
            case MOVED -> new Moved(step, nanos, writer(), text(), text(), text());
            case STEP_WRITTEN -> new StepWritten(nanos, step());
            case ANSWER_DELTA -> new AnswerDelta(step, nanos, writer(), text());
            case FINISHED ->
                    new Finished(
                            step,
                            nanos,
                            pick(Stop.values()),
                            text(),
                            pick(Ending.values()),
                            each(this::usage));
            case CANCELLED -> new Cancelled(step, nanos, each(this::usage));
            case FAILED -> new Failed(step, nanos, text(), text(), each(this::usage));
        };
    }

    private Question question() {
        List<Message> messages = new ArrayList<>();
        for (Role role : List.of(Role.SYSTEM, Role.USER, Role.ASSISTANT)) {
            if (random.nextBoolean()) {
                messages.add(new Message(role, text()));
            }
        }
        messages.add(new Message(Role.USER, "?" + text()));
        return new Question(text(), messages);
    }

    private RouterConfig config() {
        Mode mode = pick(Mode.values());
        boolean speculative = mode == Mode.CLEAN && random.nextBoolean();
        boolean overlapping = mode == Mode.CLEAN && !speculative;
        return new RouterConfig(
                new Sampling(random.nextDouble(100), 1 - random.nextDouble(), count(), share()),
                1 + random.nextInt(1000),
                1 + random.nextInt(100_000),
                random.nextBoolean(),
                1 + random.nextInt(5000),
                new RepeatDetector(1 + random.nextInt(30)),
                maybe(() -> Duration.ofSeconds(random.nextInt(9999), 1 + random.nextInt(999_999))),
                random.nextLong(),
                count(),
                pick(LargeDown.values()),
                pick(GlimpseBy.values()),
                mode,
                speculative,
                overlapping && random.nextBoolean(),
                overlapping && random.nextBoolean());
    }

    private EngineInfo model() {
        return new EngineInfo(text(), text(), text(), count(), count(), longCount());
    }

    private StreamCost cost() {
        return new StreamCost(
                count(), count(), count(), longCount(), 0, 0, count(), count(), count(), 0);
    }

    private Probe probe() {
        double lower = Math.abs(random.nextInt(3) == 0 ? 0 : random.nextDouble(12));
        double upper = random.nextInt(9) == 0 ? Double.POSITIVE_INFINITY : lower + share();
        Entropy entropy = new Entropy(lower + share(), share(), lower, upper);
        return new Probe(entropy, random.nextInt(), text(), random.nextLong());
    }

    private Decision decision() {
        return new Decision(writer(), text(), real(), real(), random.nextBoolean(), text());
    }

    private Verdict verdict() {
        return new Verdict(random.nextBoolean(), text(), real(), real(), text());
    }

    private Speculation speculation() {
        return new Speculation(longCount(), longCount(), longCount(), longCount());
    }

    private Overlapping overlapping() {
        return new Overlapping(
                longCount(), longCount(), longCount(), longCount(), longCount(), longCount());
    }

    private Judging judging() {
        return new Judging(longCount(), longCount(), longCount(), longCount());
    }

    private Step step() {
        return new Step(
                count(),
                writer(),
                count(),
                text(),
                count(),
                pick(Ending.values()),
                maybe(this::decision),
                longCount());
    }

    private Usage usage() {
        return new Usage(
                random.nextLong(),
                longCount(),
                longCount(),
                longCount(),
                longCount(),
                longCount(),
                longCount(),
                longCount(),
                longCount(),
                longCount(),
                longCount(),
                longCount(),
                random.nextBoolean() ? judging() : Judging.NONE,
                random.nextBoolean() ? speculation() : Speculation.NONE,
                random.nextBoolean() ? overlapping() : Overlapping.NONE);
    }

    private double real() {
        return random.nextBoolean()
                ? REALS[random.nextInt(REALS.length)]
                : canonical(Double.longBitsToDouble(random.nextLong()));
    }

    /** JSON has one word for all bit patterns of NaN. */
    private static double canonical(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }

    private double share() {
        return random.nextInt(5) == 0 ? random.nextInt(2) : random.nextDouble();
    }

    private int count() {
        return random.nextInt(4) == 0 ? Integer.MAX_VALUE : random.nextInt(100);
    }

    private long longCount() {
        return random.nextInt(4) == 0 ? Long.MAX_VALUE : random.nextLong(1L << 60);
    }

    private Writer writer() {
        return pick(Writer.values());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(pick(PIECES));
        }
        return text.toString();
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> maker) {
        return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
    }

    private <T> Map<Writer, T> each(Supplier<T> maker) {
        Map<Writer, T> map = new EnumMap<>(Writer.class);
        for (Writer writer : Writer.values()) {
            if (random.nextBoolean()) {
                map.put(writer, maker.get());
            }
        }
        return map;
    }
}

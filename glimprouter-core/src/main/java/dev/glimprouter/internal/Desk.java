package dev.glimprouter.internal;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.RandomKey;
import dev.glimprouter.engine.Session;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.time.Cancellation;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/** The sessions of one question, and how much still fits into them. */
final class Desk implements AutoCloseable {

    /** Tokens that the close tag and a seam may take. */
    private static final int MARGIN = 16;

    private final Map<Writer, Session> sessions = new EnumMap<>(Writer.class);
    private final Question question;
    private final RouterConfig config;
    private final Writer answerWriter;
    private final Journal journal;
    private int answerReserve;

    private Desk(GlimpRouter router, Question question, Journal journal) {
        this.question = question;
        this.config = router.config();
        this.answerWriter = router.strategy().answerWriter();
        this.journal = journal;
    }

    static Desk open(GlimpRouter router, Question question, Journal journal) {
        Desk desk = new Desk(router, question, journal);
        try {
            Prompt head = new Prompt(question.messages(), Prompt.THINK);
            for (Writer writer : router.strategy().writers()) {
                desk.sessions.put(writer, router.engine(writer).open(head));
            }
            desk.reserve();
            return desk;
        } catch (RuntimeException failure) {
            desk.close();
            throw failure;
        }
    }

    private void reserve() {
        int room = room(answerWriter);
        int least = sessions.keySet().stream().mapToInt(this::room).min().orElse(room);
        sessions.keySet().forEach(this::requireBudget);
        if (least < 2 * MARGIN) {
            throw new RequestException(
                    "The question leaves %d tokens of context. Shorten it or raise the context."
                            .formatted(least));
        }
        answerReserve = Math.min(config.answerLimit(), room / 2);
    }

    private void requireBudget(Writer writer) {
        int answer = writer == answerWriter ? config.answerLimit() : 0;
        if (config.budgetRequired() && room(writer) - MARGIN - answer < config.budget()) {
            throw new RequestException(
                    "A budget of %d tokens, an answer of %d and %d for seams do not fit: %d tokens of context are left after the question. Lower the budget or raise the context."
                            .formatted(config.budget(), answer, MARGIN, room(writer)));
        }
    }

    /** The session of a model. */
    Session session(Writer writer) {
        return Objects.requireNonNull(sessions.get(writer), "no session of this writer");
    }

    private int room(Writer writer) {
        return session(writer).room().orElse(Integer.MAX_VALUE / 2);
    }

    /** How many more reasoning tokens {@code writer} may write. */
    int roomToReason(Writer writer) {
        return room(writer) - MARGIN - (writer == answerWriter ? answerReserve : 0);
    }

    /** Whether every model can take another step. */
    boolean hasRoom() {
        return sessions.keySet().stream().allMatch(writer -> roomToReason(writer) > 0);
    }

    boolean has(Writer writer) {
        return sessions.containsKey(writer);
    }

    /** Makes text part of what every model sees. */
    void append(String text) {
        sessions.values().forEach(session -> session.append(text));
    }

    /** Makes text part of what one model sees. */
    void append(Writer writer, String text) {
        session(writer).append(text);
    }

    /**
     * Where the random draws of a text derive from.
     *
     * @param writer who writes it
     * @param step which step, from 0
     * @param attempt which attempt at it, from 0
     */
    record Place(Writer writer, int step, int attempt) {}

    /** A stream of the writer's own session. */
    LiveStream stream(
            Writer writer,
            int step,
            int attempt,
            int maxTokens,
            Until until,
            Distributions distributions,
            Cancellation halt) {
        return stream(
                session(writer),
                new Place(writer, step, attempt),
                maxTokens,
                until,
                distributions,
                halt);
    }

    /** A stream of a writer's session or of a side view of it. */
    LiveStream stream(
            Session session,
            Place place,
            int maxTokens,
            Until until,
            Distributions distributions,
            Cancellation halt) {
        long seed =
                new RandomKey(
                                config.seed(),
                                question.id(),
                                config.repeat(),
                                place.step(),
                                place.writer(),
                                place.attempt())
                        .derive();
        Generation request =
                new Generation(config.sampling(), maxTokens, until, distributions, seed);
        return new LiveStream(place.writer(), session.generate(request), journal, halt);
    }

    /**
     * A stream of the answer, or of its rest.
     *
     * @param written tokens of it that are there already
     */
    LiveStream answer(
            Writer writer, int step, int attempt, int written, Cancellation cancellation) {
        int most = Math.min(config.answerLimit() - written, room(writer) - 1);
        return stream(
                writer,
                step,
                attempt,
                Math.max(1, most),
                Until.END_OF_SEQUENCE,
                Distributions.NONE,
                cancellation);
    }

    /** Closes every session, whatever the others' closing throws. */
    @Override
    public void close() {
        closeAll(sessions.values().iterator());
    }

    private static void closeAll(Iterator<Session> left) {
        if (left.hasNext()) {
            try {
                left.next().close();
            } finally {
                closeAll(left);
            }
        }
    }
}

package dev.glimprouter.internal;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.RandomKey;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.TokenRule;
import dev.glimprouter.time.Cancellation;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

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
    private Optional<TokenRule> rule = Optional.empty();
    private Optional<TokenRun> byToken = Optional.empty();
    private Optional<ReadAhead> readAhead = Optional.empty();

    private Desk(GlimpRouter router, Question question, Journal journal) {
        this.question = question;
        this.config = router.config();
        this.answerWriter = router.strategy().answerWriter();
        this.journal = journal;
    }

    static Desk open(GlimpRouter router, Question question, Journal journal) {
        return open(router, question, new Prompt(question.messages(), Prompt.THINK), journal);
    }

    /** Sessions with a head of their own. */
    static Desk open(GlimpRouter router, Question question, Prompt head, Journal journal) {
        Desk desk = new Desk(router, question, journal);
        try {
            for (Writer writer : router.strategy().writers()) {
                desk.sessions.put(writer, router.engine(writer).open(head));
            }
            desk.seatByToken(router, head);
            desk.readAhead(router);
            desk.reserve();
            return desk;
        } catch (RuntimeException failure) {
            desk.close();
            throw failure;
        }
    }

    /** Checks what works on tokens, and has large write with small's drafts where asked for. */
    private void seatByToken(GlimpRouter router, Prompt head) {
        if (router.strategy().byToken()) {
            TokenSeats seats = new TokenSeats(router, router.strategy().name());
            seats.requireLike(
                    seats.require(Writer.SMALL, session(Writer.SMALL)),
                    seats.require(Writer.LARGE, session(Writer.LARGE)));
        }
        if (config.speculative() && has(Writer.LARGE)) {
            speculate(router, head);
        }
    }

    private void readAhead(GlimpRouter router) {
        OverlapCheck.check(router);
        if (config.ahead()) {
            ReadAhead reading = new ReadAhead(session(Writer.LARGE));
            readAhead = Optional.of(reading);
            journal.settleAtEnd(() -> reading.settle(journal));
        }
    }

    /** Small has written a piece of an attempt at the step at hand. */
    void wrote(Writer writer, int attempt, String piece) {
        if (writer == Writer.SMALL) {
            readAhead.ifPresent(reading -> reading.wrote(attempt, piece));
        }
    }

    private void speculate(GlimpRouter router, Prompt head) {
        TokenSeats seats = new TokenSeats(router, "speculative decoding");
        TokenSession large = seats.require(Writer.LARGE, session(Writer.LARGE));
        boolean apart = !has(Writer.SMALL);
        Session side = apart ? router.engine(Writer.SMALL).open(head) : session(Writer.SMALL);
        try {
            TokenSession small = seats.require(Writer.SMALL, side);
            seats.requireLike(small, large);
            Drafter drafter = new Drafter(small);
            sessions.put(
                    Writer.LARGE, new SpeculativeSession(large, drafter, apart, router.time()));
            if (!apart) {
                sessions.put(Writer.SMALL, drafter);
            }
        } catch (RuntimeException unfit) {
            side.close();
            throw unfit;
        }
    }

    /** The question's rule for tokens, made at the first step. */
    TokenRule rule(Supplier<TokenRule> rules) {
        TokenRule mine = rule.orElseGet(rules);
        rule = Optional.of(mine);
        return mine;
    }

    /**
     * Where the random draws of a text derive from.
     *
     * @param writer who writes it
     * @param step which step, from 0
     * @param attempt which attempt at it, from 0
     */
    record Place(Writer writer, int step, int attempt) {}

    /** The seed of a model's draws for an attempt at a step. */
    long seed(Writer writer, int step, int attempt) {
        return new RandomKey(config.seed(), question.id(), config.repeat(), step, writer, attempt)
                .derive();
    }

    /** The session of a model that works on tokens, at the end of the text. */
    TokenSession tokens(Writer writer) {
        return switch (session(writer)) {
            case Drafter drafter -> drafter.session();
            case SpeculativeSession speculative -> speculative.session();
            case TokenSession plain -> plain;
            default -> throw new IllegalStateException("not checked at the start: " + writer);
        };
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

    /** Makes a step part of what every model sees. */
    void keep(Step step) {
        append(step.text());
        readAhead.ifPresent(reading -> reading.kept(step.text(), step.ending()));
    }

    /** Makes text part of what every model sees. */
    void append(String text) {
        if (byToken.filter(run -> run.isBegunBy(text)).isPresent()) {
            byToken.get().keep(text);
        } else {
            sessions.values().forEach(session -> session.append(text));
        }
        byToken = Optional.empty();
    }

    /**
     * Notes a step of which both models wrote tokens; the next text that is appended may be its.
     */
    void wrote(TokenRun run) {
        byToken = Optional.of(run);
    }

    /** Makes text part of what one model sees. */
    void append(Writer writer, String text) {
        session(writer).append(text);
    }

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
        long seed = seed(place.writer(), place.step(), place.attempt());
        Generation request =
                new Generation(config.sampling(), maxTokens, until, distributions, seed);
        return stream(session, place.writer(), request, halt);
    }

    /** A stream of large that runs before anybody reads it. */
    LiveStream headStart(Place place, int maxTokens, Cancellation halt) {
        Generation request =
                new Generation(
                        config.sampling(),
                        maxTokens,
                        Until.STEP,
                        Distributions.NONE,
                        seed(place.writer(), place.step(), place.attempt()));
        TokenStream stream = new HeadStart(session(place.writer()).generate(request));
        return new LiveStream(place.writer(), stream, journal, halt);
    }

    LiveStream stream(Writer writer, Generation request, Cancellation halt) {
        return stream(session(writer), writer, request, halt);
    }

    private LiveStream stream(
            Session session, Writer writer, Generation request, Cancellation halt) {
        byToken = Optional.empty();
        return new LiveStream(writer, session.generate(request), journal, halt);
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

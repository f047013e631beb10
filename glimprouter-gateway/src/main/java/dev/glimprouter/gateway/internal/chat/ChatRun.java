package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.Delivery;
import dev.glimprouter.GlimpRouter;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.event.CommittedText;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.event.Tally;
import dev.glimprouter.gateway.RequestReport;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Cancellation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs a plan: one answer after the other, each told to the reply as it is written. */
public final class ChatRun {

    private final Plan plan;
    private final Supplier<RouteListener> watchers;
    private final Cancellation cancellation;
    private final List<Tally> tallies = new ArrayList<>();

    /**
     * A run.
     *
     * @param watchers makes a listener for each answer
     * @param cancellation ends it
     */
    public ChatRun(Plan plan, Supplier<RouteListener> watchers, Cancellation cancellation) {
        this.plan = plan;
        this.watchers = watchers;
        this.cancellation = cancellation;
    }

    /**
     * Answers.
     *
     * @throws CancelledException if the cancellation was requested
     * @throws dev.glimprouter.error.GlimpRouterException if a model failed
     */
    public void into(Reply reply) {
        for (int choice = 0; choice < plan.routers().size(); choice++) {
            reply.ended(choice, answer(choice, plan.routers().get(choice), reply));
        }
    }

    /** Tokens that it took so far, as clients are told of them; the question counts once. */
    public long tokens() {
        return Tally.promptTokens(tallies) + Tally.completionTokens(tallies);
    }

    /** What the models did so far. */
    public RequestReport.Work work() {
        Map<Writer, Integer> steps = new EnumMap<>(Writer.class);
        for (Writer writer : Writer.values()) {
            steps.put(writer, tallies.stream().mapToInt(tally -> tally.steps(writer)).sum());
        }
        return new RequestReport.Work(
                tallies.isEmpty() ? "" : tallies.getFirst().strategy(),
                Tally.promptTokens(tallies),
                Tally.completionTokens(tallies),
                steps,
                tallies.stream().mapToLong(Tally::discardedTokens).sum());
    }

    private Ended answer(int choice, GlimpRouter router, Reply reply) {
        Tally tally = new Tally();
        tallies.add(tally);
        boolean cut =
                new Delivery(router, plan.question(), plan.request().stops())
                        .to(new Pen(choice, reply), tally.andThen(watchers.get()), cancellation);
        return new Ended(cut ? "length" : "stop", tally);
    }

    /** Writes the kept text of one answer. */
    private record Pen(int choice, Reply reply) implements CommittedText.Reader {

        @Override
        public void reasoning(Writer writer, String text) {
            reply.reasoning(choice, text);
        }

        @Override
        public void answer(Writer writer, String text) {
            reply.answer(choice, text);
        }

        @Override
        public boolean live() {
            return reply.live();
        }

        @Override
        public void pause() {
            reply.pause();
        }
    }
}

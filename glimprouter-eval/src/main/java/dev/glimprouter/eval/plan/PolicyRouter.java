package dev.glimprouter.eval.plan;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.RoutingPolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Has a policy itself decide about the recorded steps.
 *
 * @param policies makes one that remembers nothing, for each question
 */
record PolicyRouter(Supplier<RoutingPolicy> policies) implements Router {

    /** Keeps the draws of other repeats apart from those that a run could have made. */
    private static final int FAR = 1_000_000;

    @Override
    public Optional<List<Share>> shares(Route route, StepLengths lengths, int draw) {
        RouterConfig config = route.config();
        RouterConfig drawing = config.withRepeat(config.repeat() + draw * FAR);
        RoutingPolicy policy = policies.get();
        List<Share> shares = new ArrayList<>();
        List<Step> past = new ArrayList<>();
        List<Optional<Probe>> glimpses = new ArrayList<>();
        for (Leg leg : route.legs()) {
            ReplayView view =
                    new ReplayView(
                            route.question(),
                            drawing,
                            leg,
                            new Reasoning(past),
                            List.copyOf(glimpses));
            Writer writer = policy.decide(view).map(Decision::writer).orElse(Writer.SMALL);
            if (view.missed()) {
                return Optional.empty();
            }
            shares.add(new Share(writer, view.looked()));
            glimpses.add(view.seen());
            Step step = by(leg, writer, (int) lengths.of(leg, writer));
            past.add(step);
            policy.kept(step);
        }
        return Optional.of(shares);
    }

    private static Step by(Leg leg, Writer writer, int tokens) {
        Step step = leg.step();
        return new Step(
                step.index(),
                writer,
                step.attempt(),
                step.text(),
                tokens,
                step.ending(),
                step.decision(),
                step.nanos());
    }
}

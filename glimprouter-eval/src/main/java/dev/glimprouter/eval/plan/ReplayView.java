package dev.glimprouter.eval.plan;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.StepView;

import java.util.List;
import java.util.Optional;

/** A recorded step as a policy sees it; the steps before it are by whom the policy said. */
final class ReplayView implements StepView {

    private final Question question;
    private final RouterConfig config;
    private final Leg leg;
    private final Reasoning past;
    private final List<Optional<Probe>> glimpses;
    private boolean looked;

    ReplayView(
            Question question,
            RouterConfig config,
            Leg leg,
            Reasoning past,
            List<Optional<Probe>> glimpses) {
        this.question = question;
        this.config = config;
        this.leg = leg;
        this.past = past;
        this.glimpses = glimpses;
    }

    @Override
    public int index() {
        return past.steps().size();
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public Reasoning reasoning() {
        return past;
    }

    @Override
    public List<Optional<Probe>> pastGlimpses() {
        return glimpses;
    }

    @Override
    public RouterConfig config() {
        return config;
    }

    @Override
    public Optional<Probe> glimpse() {
        looked = true;
        return leg.probe();
    }

    /** Whether the policy looked. */
    boolean looked() {
        return looked;
    }

    /** What it saw, for the steps to come. */
    Optional<Probe> seen() {
        return looked ? leg.probe() : Optional.empty();
    }

    /** Whether it looked for what nobody had recorded. */
    boolean missed() {
        return looked && !leg.glimpsed();
    }
}

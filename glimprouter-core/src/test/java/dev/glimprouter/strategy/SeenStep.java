package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A step that a policy looks at; what is not said is empty. */
record SeenStep(
        Question question,
        Reasoning reasoning,
        List<Optional<Probe>> pastGlimpses,
        RouterConfig config,
        Supplier<Optional<Probe>> look)
        implements StepView {

    private static SeenStep first(Supplier<Optional<Probe>> look) {
        return new SeenStep(
                Question.of("x"), Reasoning.empty(), List.of(), RouterConfig.DEFAULT, look);
    }

    /** The first step, with this H_init. */
    static SeenStep of(double nats) {
        return of(Entropy.exact(nats));
    }

    static SeenStep of(Entropy entropy) {
        return first(() -> Optional.of(probe(entropy)));
    }

    /** The first step, whose probe is missing. */
    static SeenStep missing() {
        return first(Optional::empty);
    }

    /** The first step; looking at it is a failure. */
    static SeenStep unseen() {
        return first(
                () -> {
                    throw new AssertionError("nobody may glimpse");
                });
    }

    static Probe probe(Entropy entropy) {
        return new Probe(entropy, 1, "x", 0);
    }

    /** One more step that small wrote before, after this H_init; NaN for one not glimpsed. */
    SeenStep after(double... nats) {
        SeenStep later = this;
        for (double one : nats) {
            later =
                    later.after(
                            "Step " + later.index() + ".\n\n",
                            Writer.SMALL,
                            Double.isNaN(one)
                                    ? Optional.empty()
                                    : Optional.of(probe(Entropy.exact(one))));
        }
        return later;
    }

    /** One more step each that small wrote before, not glimpsed. */
    SeenStep after(String... texts) {
        return Arrays.stream(texts)
                .reduce(
                        this,
                        (step, text) -> step.after(text, Writer.SMALL, Optional.empty()),
                        (_, last) -> last);
    }

    SeenStep after(String text, Writer writer, Optional<Probe> glimpse) {
        List<Optional<Probe>> glimpses = new ArrayList<>(pastGlimpses);
        glimpses.add(glimpse);
        Step step = new Step(index(), writer, 0, text, 10, Ending.BLANK_LINE, Optional.empty(), 0);
        return new SeenStep(question, reasoning.plus(step), glimpses, config, look);
    }

    SeenStep with(Question other) {
        return new SeenStep(other, reasoning, pastGlimpses, config, look);
    }

    SeenStep with(RouterConfig other) {
        return new SeenStep(question, reasoning, pastGlimpses, other, look);
    }

    @Override
    public int index() {
        return reasoning.steps().size();
    }

    @Override
    public Optional<Probe> glimpse() {
        return look.get();
    }
}

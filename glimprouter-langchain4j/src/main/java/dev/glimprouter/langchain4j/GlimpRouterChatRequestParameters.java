package dev.glimprouter.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;

import java.util.Objects;
import java.util.Optional;

/**
 * The usual parameters of a request, and what only the router knows. Immutable.
 *
 * <p>{@code maxOutputTokens} bounds reasoning and answer together, at least 2; a share is kept for
 * the answer. {@code stopSequences} end the answer, not the reasoning. {@code modelName} may have a
 * threshold behind it: {@code glimprouter@0.8}.
 */
public final class GlimpRouterChatRequestParameters extends DefaultChatRequestParameters {

    private final Optional<String> strategy;
    private final Optional<Double> tau;
    private final Optional<Integer> budget;
    private final Optional<Long> seed;

    private GlimpRouterChatRequestParameters(Builder builder) {
        super(builder);
        this.strategy = builder.strategy;
        this.tau = builder.tau;
        this.budget = builder.budget;
        this.seed = builder.seed;
    }

    /** Begins parameters. */
    public static Builder builder() {
        return new Builder();
    }

    /** With a name and nothing else. */
    static GlimpRouterChatRequestParameters named(String model) {
        return builder().modelName(model).build();
    }

    /** How steps get written, as one writes it on the command line. */
    public Optional<String> strategy() {
        return strategy;
    }

    /** The threshold in nats, for strategies that have one. */
    public Optional<Double> tau() {
        return tau;
    }

    /** Most tokens of the reasoning; more than the model was built with has no effect. */
    public Optional<Integer> budget() {
        return budget;
    }

    /** Start of all random draws. */
    public Optional<Long> seed() {
        return seed;
    }

    @Override
    public GlimpRouterChatRequestParameters overrideWith(ChatRequestParameters other) {
        return builder().overrideWith(this).overrideWith(other).build();
    }

    @Override
    public GlimpRouterChatRequestParameters defaultedBy(ChatRequestParameters other) {
        return builder().overrideWith(other).overrideWith(this).build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof GlimpRouterChatRequestParameters that
                && strategy.equals(that.strategy)
                && tau.equals(that.tau)
                && budget.equals(that.budget)
                && seed.equals(that.seed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), strategy, tau, budget, seed);
    }

    @Override
    public String toString() {
        return "%s, strategy=%s, tau=%s, budget=%s, seed=%s"
                .formatted(super.toString(), strategy, tau, budget, seed);
    }

    /** Builds parameters. Not thread safe. */
    public static final class Builder extends DefaultChatRequestParameters.Builder<Builder> {

        private Optional<String> strategy = Optional.empty();
        private Optional<Double> tau = Optional.empty();
        private Optional<Integer> budget = Optional.empty();
        private Optional<Long> seed = Optional.empty();

        private Builder() {}

        /** How steps get written, as one writes it on the command line. */
        public Builder strategy(String expression) {
            strategy = Optional.of(expression);
            return this;
        }

        /** The threshold in nats. */
        public Builder tau(double nats) {
            tau = Optional.of(nats);
            return this;
        }

        /** Most tokens of the reasoning. */
        public Builder budget(int tokens) {
            budget = Optional.of(tokens);
            return this;
        }

        /** Start of all random draws. */
        public Builder seed(long start) {
            seed = Optional.of(start);
            return this;
        }

        @Override
        public Builder overrideWith(ChatRequestParameters parameters) {
            super.overrideWith(parameters);
            if (parameters instanceof GlimpRouterChatRequestParameters ours) {
                strategy = ours.strategy.or(() -> strategy);
                tau = ours.tau.or(() -> tau);
                budget = ours.budget.or(() -> budget);
                seed = ours.seed.or(() -> seed);
            }
            return this;
        }

        @Override
        public GlimpRouterChatRequestParameters build() {
            return new GlimpRouterChatRequestParameters(this);
        }
    }
}

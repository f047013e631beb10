package dev.glimprouter.langchain4j;

import dev.glimprouter.event.Tally;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The usual metadata of a response, and how the answer came about.
 *
 * <p>Input tokens are the question's, output tokens those of the kept reasoning and the answer;
 * {@link Route#usage} has all that each model did.
 */
public final class GlimpRouterChatResponseMetadata extends ChatResponseMetadata {

    private final Route route;

    private GlimpRouterChatResponseMetadata(Builder builder, Route route) {
        super(builder);
        this.route = route;
    }

    static GlimpRouterChatResponseMetadata of(
            String modelName, boolean cut, Tally tally, List<Double> hInits) {
        return new Builder(Route.of(tally, hInits))
                .id("glimprouter-" + UUID.randomUUID())
                .modelName(modelName)
                .tokenUsage(
                        new TokenUsage(
                                Math.toIntExact(tally.promptTokens()),
                                Math.toIntExact(tally.completionTokens())))
                .finishReason(cut ? FinishReason.LENGTH : FinishReason.STOP)
                .build();
    }

    /** How the answer came about. */
    public Route route() {
        return route;
    }

    @Override
    public Builder toBuilder() {
        return (Builder) toBuilder(new Builder(route));
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof GlimpRouterChatResponseMetadata that
                && route.equals(that.route);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), route);
    }

    @Override
    public String toString() {
        return super.toString() + " " + route;
    }

    /** Builds the same with other values. */
    public static final class Builder extends ChatResponseMetadata.Builder<Builder> {

        private final Route route;

        private Builder(Route route) {
            this.route = route;
        }

        @Override
        public GlimpRouterChatResponseMetadata build() {
            return new GlimpRouterChatResponseMetadata(this, route);
        }
    }
}

package dev.glimprouter.langchain4j;

import dev.glimprouter.event.CommittedText;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Tally;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Cancellation;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;

import java.util.ArrayList;
import java.util.List;

/** One answer. To be used once. */
final class ChatRun {

    private final Plan plan;
    private final Reader reader;
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final Tally tally = new Tally();
    private final List<Double> hInits = new ArrayList<>();

    /** Takes text as it is written; by default nobody does. */
    interface Reader {

        /** A piece of the reasoning, not empty. */
        default void thinking(String piece) {}

        /** A piece of the answer, not empty. */
        default void text(String piece) {}

        /** Whether they are shown while they are written. */
        default boolean live() {
            return false;
        }
    }

    ChatRun(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    /**
     * Answers.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if it was cancelled or a model failed
     */
    ChatResponse answer(Cancellation cancellation) {
        boolean cut = plan.delivery().to(new Pen(), tally.andThen(this::glimpsed), cancellation);
        return ChatResponse.builder()
                .aiMessage(message())
                .metadata(GlimpRouterChatResponseMetadata.of(plan.modelName(), cut, tally, hInits))
                .build();
    }

    private AiMessage message() {
        AiMessage.Builder message = AiMessage.builder().text(text.toString());
        return thinking.isEmpty() ? message.build() : message.thinking(thinking.toString()).build();
    }

    private void glimpsed(RouteEvent event) {
        if (event instanceof RouteEvent.Glimpsed glimpsed) {
            glimpsed.probe().map(Probe::hInit).ifPresent(hInits::add);
        }
    }

    /** Collects the text and hands it on. */
    private final class Pen implements CommittedText.Reader {

        @Override
        public void reasoning(Writer writer, String piece) {
            thinking.append(piece);
            reader.thinking(piece);
        }

        @Override
        public void answer(Writer writer, String piece) {
            text.append(piece);
            reader.text(piece);
        }

        @Override
        public boolean live() {
            return reader.live();
        }
    }
}

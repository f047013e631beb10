package dev.glimprouter;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.CommittedText;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.event.StopTexts;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Cancellation;

import java.util.List;

/**
 * A question for readers that cannot take text back: they get what is kept, and of the answer what
 * comes before the first stop text. The models do not write on behind it.
 *
 * @param router who answers
 * @param question what is asked
 * @param stops texts that end the answer, none of them empty
 */
public record Delivery(GlimpRouter router, Question question, List<String> stops) {

    /** Checks the stop texts. */
    public Delivery {
        stops = List.copyOf(stops);
        if (stops.contains("")) {
            throw new RequestException("An empty text ends every answer: leave it out.");
        }
    }

    /**
     * Answers.
     *
     * @param reader takes the text
     * @param listener hears all events, each after the text of it was taken
     * @return whether a limit cut the answer
     * @throws CancelledException if {@code cancellation} was requested before the answer was
     *     complete
     * @throws dev.glimprouter.error.GlimpRouterException if an engine failed
     */
    public boolean to(
            CommittedText.Reader reader, RouteListener listener, Cancellation cancellation) {
        StopTexts texts = new StopTexts(stops);
        Cancellation own = new Cancellation();
        CommittedText kept =
                new CommittedText(router.strategy(), new UntilStop(reader, texts, own));
        boolean cut = false;
        try (Cancellation.Registration _ = cancellation.onCancel(own::cancel)) {
            cut = router.ask(question, kept.andThen(listener), own).ending() == Ending.LENGTH;
        } catch (CancelledException cancelled) {
            if (!texts.found() || cancellation.isCancelled()) {
                throw cancelled;
            }
        }
        String rest = texts.flush();
        if (!rest.isEmpty()) {
            reader.answer(router.strategy().answerWriter(), rest);
        }
        return cut && !texts.found();
    }

    /** Hands on an answer up to the first stop text, and ends the question there. */
    private record UntilStop(CommittedText.Reader reader, StopTexts stops, Cancellation end)
            implements CommittedText.Reader {

        @Override
        public void reasoning(Writer writer, String text) {
            reader.reasoning(writer, text);
        }

        @Override
        public boolean live() {
            return reader.live();
        }

        @Override
        public void pause() {
            reader.pause();
        }

        @Override
        public void answer(Writer writer, String text) {
            String sure = stops.add(text);
            if (!sure.isEmpty()) {
                reader.answer(writer, sure);
            }
            if (stops.found()) {
                end.cancel();
            }
        }
    }
}

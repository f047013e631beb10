package dev.glimprouter.event;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.Strategy;

import java.util.Optional;

/**
 * The text of one question for readers that cannot take any back: what is given out was kept.
 *
 * <p>Where it is decided first who writes a step, its text goes out as it is written; a draft goes
 * out once it is accepted. Reasoning and answer are without outer white space, and white space is
 * held back until something follows it, so that a step of nothing else leaves no trace. A step that
 * broke off with its model and is written anew by another one cannot be unsaid to a live reader:
 * the new text follows it as a new paragraph.
 *
 * <p>Hears the events of one question, on one thread.
 */
public final class CommittedText implements RouteListener {

    private static final String PARAGRAPH = "\n\n";
    private static final int NONE = -1;

    private final Reader reader;
    private final boolean early;
    private final StrippedText reasoning = new StrippedText();
    private final StrippedText answer = new StrippedText();
    private final StringBuilder opening = new StringBuilder();
    private Optional<StopScanner> scanner = Optional.empty();
    private boolean decided;
    private int attempt = NONE;
    private boolean begun;

    /** Takes text that stays. */
    public interface Reader {

        /** Takes a piece of the reasoning, not empty. */
        void reasoning(Writer writer, String text);

        /** Takes a piece of the answer, not empty. */
        void answer(Writer writer, String text);

        /**
         * Whether text is shown while it is written. Whoever collects it first is not live: each
         * step comes once it is kept, and one that broke off does not come.
         */
        default boolean live() {
            return true;
        }

        /** The next piece may take a while: what is still held is to be shown. */
        default void pause() {}
    }

    /**
     * The text of a question that is asked with this strategy.
     *
     * @param strategy tells whether text may be written before it is decided whether it is kept
     */
    public CommittedText(Strategy strategy, Reader reader) {
        this.early = !strategy.draftsFirst();
        this.reader = reader;
    }

    @Override
    public void on(RouteEvent event) {
        switch (event) {
            case RouteEvent.Started started -> begin(started.config().mode());
            case RouteEvent.Decided _ -> decided = true;
            case RouteEvent.Delta delta -> {
                if (reader.live() && (decided || early)) {
                    write(delta.attempt(), delta.writer(), delta.text());
                }
            }
            case RouteEvent.StepWritten(_, Step step) -> keep(step);
            case RouteEvent.AnswerDelta delta -> {
                String sure = answer.add(delta.text());
                if (!sure.isEmpty()) {
                    reader.answer(delta.writer(), sure);
                }
            }
            case RouteEvent.Prefilled _,
                    RouteEvent.Glimpsed _,
                    RouteEvent.Drafted _,
                    RouteEvent.Judged _,
                    RouteEvent.Rejected _,
                    RouteEvent.Speculated _,
                    RouteEvent.Overlapped _,
                    RouteEvent.Retried _,
                    RouteEvent.Moved _,
                    RouteEvent.Finished _,
                    RouteEvent.Cancelled _,
                    RouteEvent.Failed _ -> {}
        }
    }

    @Override
    public void pause() {
        reader.pause();
    }

    /** Only the official protocol keeps the close tag in a step, and what follows it. */
    private void begin(Mode mode) {
        if (mode == Mode.OFFICIAL) {
            scanner = Optional.of(new StopScanner(Until.REASONING));
        }
    }

    private void write(int of, Writer writer, String text) {
        if (of != attempt) {
            opening.setLength(0);
            if (begun) {
                opening.append(PARAGRAPH);
            }
            attempt = of;
        }
        opening.append(text);
        if (begun || !text.isBlank()) {
            begun = true;
            release(writer);
        }
    }

    private void keep(Step step) {
        if (step.attempt() != attempt) {
            write(step.attempt(), step.writer(), step.text());
        }
        release(step.writer());
        decided = false;
        begun = false;
        attempt = NONE;
    }

    private void release(Writer writer) {
        String sure = reasoning.add(withoutClose(opening.toString()));
        opening.setLength(0);
        if (!sure.isEmpty()) {
            reader.reasoning(writer, sure);
        }
    }

    private String withoutClose(String text) {
        return scanner.map(tags -> tags.ending().isPresent() ? "" : tags.feed(text)).orElse(text);
    }
}

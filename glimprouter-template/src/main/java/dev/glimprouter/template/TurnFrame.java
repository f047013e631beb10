package dev.glimprouter.template;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import java.util.List;

/**
 * What a model's template writes round a question that the user asks after the assistant's text,
 * which ends there.
 *
 * @param before from the assistant's text to the question
 * @param after from the question to where the assistant answers, without an opening of reasoning
 */
public record TurnFrame(String before, String after) {

    private static final String SAID = "The assistant has said this.";
    private static final String ASKED = "The user asks that.";

    /** A conversation that shows the frame when it is rendered. */
    public static final List<Message> SAMPLE =
            List.of(
                    new Message(Role.USER, "The user has asked this."),
                    new Message(Role.ASSISTANT, SAID),
                    new Message(Role.USER, ASKED));

    /** For models whose template does not show it: paragraphs, as {@link Aside#asText} has them. */
    public static final TurnFrame PARAGRAPHS = new TurnFrame("\n\n", "\n\n");

    /**
     * Reads the frame off the rendered sample.
     *
     * @param rendered the sample, up to where the assistant answers
     * @return paragraphs if the template left out what the sample says
     */
    public static TurnFrame of(String rendered) {
        int question = rendered.lastIndexOf(ASKED);
        int said = question < 0 ? -1 : rendered.lastIndexOf(SAID, question);
        if (said < 0) {
            return PARAGRAPHS;
        }
        String after = ThinkOpening.leaveOut(rendered.substring(question + ASKED.length()));
        return new TurnFrame(rendered.substring(said + SAID.length(), question), after);
    }

    /** The turn as text. */
    public String around(Aside aside) {
        return before + aside.question() + after + aside.opening();
    }
}

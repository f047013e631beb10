package dev.glimprouter.eval.run;

import dev.glimprouter.eval.data.Posed;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.question.Question;

import java.util.Objects;

/**
 * What is said beside the question itself.
 *
 * @param instruction system message; blank for none
 * @param request what is added behind the question; blank for nothing
 */
public record Prompting(String instruction, String request) {

    /** Checks for nulls. */
    public Prompting {
        Objects.requireNonNull(instruction, "instruction");
        Objects.requireNonNull(request, "request");
    }

    /** For models that were not trained to reason: a system message says how to. */
    public static Prompting ofInstructModels(Task task) {
        return new Prompting(task.instruction(), "");
    }

    /** For models that reason by themselves: a sentence behind the question asks for it. */
    public static Prompting ofReasoningModels(Task task) {
        return new Prompting("", task.request());
    }

    /** The question that a model is asked, under the problem's id. */
    public Question question(Posed posed) {
        String text = request.isBlank() ? posed.text() : posed.text() + "\n\n" + request;
        return Question.of(instruction, text).withId(posed.problem().id());
    }
}

package dev.glimprouter.eval.data;

import static dev.glimprouter.question.Question.REASONING_INSTRUCTION;

import dev.glimprouter.question.Question;

/**
 * The kind of answer that a dataset asks for, with the instruction that goes before its questions.
 *
 * <p>In effect the instructions are those of the method's published code: steps apart by a blank
 * line, the answer in a box, one letter for a choice, one block of code for a program.
 */
public enum Task {
    /** A number or an expression. */
    MATHS(
            Question.INSTRUCTION,
            "Reason step by step, with a blank line between two steps. End with the answer alone,"
                    + " in \\boxed{}."),
    /** One of several options. */
    CHOICE(
            REASONING_INSTRUCTION + "the letter of the right option alone, such as \\boxed{B}.",
            "Reason step by step, with a blank line between two steps. End with the letter of the"
                    + " right option alone, such as \\boxed{B}."),
    /** A program in Python. */
    CODE(
            REASONING_INSTRUCTION
                    + "the complete program in Python, in one fenced block that begins with"
                    + " ```python.",
            "Reason step by step, with a blank line between two steps. End with the complete program"
                    + " in Python and nothing else, in one fenced block that begins with"
                    + " ```python."),
    /** Anything that fits into a box. */
    GENERAL(
            Question.INSTRUCTION,
            "Reason step by step, with a blank line between two steps. End with a short answer in"
                    + " \\boxed{}.");

    private final String instructModels;
    private final String reasoningModels;

    Task(String instructModels, String reasoningModels) {
        this.instructModels = instructModels;
        this.reasoningModels = reasoningModels;
    }

    /** The system message for models that were not trained to reason. */
    public String instruction() {
        return instructModels;
    }

    /** What is added to the question for models that reason by themselves. */
    public String request() {
        return reasoningModels;
    }
}

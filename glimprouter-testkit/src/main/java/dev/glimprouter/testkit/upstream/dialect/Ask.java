package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.engine.Generation;

import java.util.List;

/**
 * A request for a generation, whatever the dialect.
 *
 * @param body all it says
 * @param prompt the prompt's tokens
 * @param request what the script sees of it
 * @param stops where the text ends
 * @param keepStop whether the stop string stays in the text
 * @param minTokens tokens before which stop strings do not count
 * @param top candidates that are wanted for each token; 0 for no logprobs
 * @param stream whether the answer is streamed
 */
record Ask(
        Body body,
        List<Integer> prompt,
        Generation request,
        List<String> stops,
        boolean keepStop,
        int minTokens,
        int top,
        boolean stream) {

    Ask {
        prompt = List.copyOf(prompt);
        stops = List.copyOf(stops);
    }

    /** Whether it asks for no more than an evaluated prompt, in the portable form. */
    boolean isPrefill() {
        return request.maxTokens() == 1 && top == 0;
    }
}

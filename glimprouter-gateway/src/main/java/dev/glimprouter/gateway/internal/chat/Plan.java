package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.question.Question;

import java.util.List;

/**
 * A request made ready to be run.
 *
 * @param request what was asked
 * @param question the question for the models
 * @param routers a router for each answer
 */
public record Plan(ChatRequest request, Question question, List<GlimpRouter> routers) {

    /** Copies the list. */
    public Plan {
        routers = List.copyOf(routers);
    }
}

package dev.glimprouter.testkit;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Prompt;

import java.util.Optional;

/**
 * What a scripted model sees when it is asked to go on.
 *
 * @param head the session's head
 * @param text everything appended after it
 * @param request the generation asked for
 * @param call how many generations this session was asked for before, from 0; a branch goes on
 *     counting from where it left its parent
 * @param aside the last question that was put to this session beside the reasoning
 */
public record Scene(Prompt head, String text, Generation request, int call, Optional<Aside> aside) {

    /** Without an aside. */
    public Scene(Prompt head, String text, Generation request, int call) {
        this(head, text, request, call, Optional.empty());
    }
}

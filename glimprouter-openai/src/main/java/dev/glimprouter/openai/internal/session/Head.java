package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.openai.internal.wire.PromptText;

import java.util.Optional;

/**
 * The beginning of a session as its servers take it.
 *
 * @param prompt the conversation
 * @param rendered ids or text of the conversation up to where the reasoning begins, its opening
 *     included; empty where the servers render it themselves at each request
 */
record Head(Prompt prompt, Optional<PromptText.Part> rendered) {}

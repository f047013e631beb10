package dev.glimprouter.langchain4j.contract;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.langchain4j.GlimpRouterChatRequestParameters;
import dev.glimprouter.langchain4j.GlimpRouterModelBuilder;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.langchain4j.model.chat.request.ChatRequestParameters;

/**
 * What the contracts for whole and for streamed chats are told alike. What the models cannot do has
 * to be said in both: LangChain4j asks protected methods of two classes.
 */
final class ContractModel {

    static final String NAME = "glimprouter";

    /** Another name that it answers to. */
    static final String CUSTOM_NAME = "glimprouter@0.5";

    private ContractModel() {}

    /** A model that answers what the contracts ask. */
    static <M> GlimpRouterModelBuilder<M> of(GlimpRouterModelBuilder<M> builder) {
        return builder.small(WellRead.small()).large(WellRead.large());
    }

    /** A large model that fails. */
    static ScriptedEngine broken() {
        return WellRead.large().refusing(new SetupException("The model is broken."));
    }

    /** Parameters of our own kind. */
    static ChatRequestParameters limitedTo(int maxOutputTokens) {
        return GlimpRouterChatRequestParameters.builder().maxOutputTokens(maxOutputTokens).build();
    }

    /** Parameters of LangChain4j. */
    static ChatRequestParameters sampled(Double temperature, Double topP, Integer maxOutputTokens) {
        return ChatRequestParameters.builder()
                .temperature(temperature)
                .topP(topP)
                .maxOutputTokens(maxOutputTokens)
                .build();
    }
}

package dev.glimprouter.langchain4j.contract;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.langchain4j.GlimpRouterChatModel;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.common.AbstractChatModelListenerIT;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequestParameters;

import java.util.List;

/** LangChain4j's contract for listeners of chat models. */
class ChatModelListenerContractTest extends AbstractChatModelListenerIT {

    @Override
    protected ChatModel createModel(ChatModelListener listener) {
        return createModel(listener, WellRead.large());
    }

    @Override
    protected ChatModel createFailingModel(ChatModelListener listener) {
        return createModel(
                listener, WellRead.large().refusing(new SetupException("The model is broken.")));
    }

    private ChatModel createModel(ChatModelListener listener, ScriptedEngine large) {
        return GlimpRouterChatModel.builder()
                .small(WellRead.small())
                .large(large)
                .listeners(List.of(listener))
                .defaultRequestParameters(
                        ChatRequestParameters.builder()
                                .temperature(temperature())
                                .topP(topP())
                                .maxOutputTokens(maxTokens())
                                .build())
                .build();
    }

    @Override
    protected String modelName() {
        return "glimprouter";
    }

    @Override
    protected Class<? extends Exception> expectedExceptionClass() {
        return NonRetriableException.class;
    }

    @Override
    protected boolean supportsTools() {
        return false;
    }
}

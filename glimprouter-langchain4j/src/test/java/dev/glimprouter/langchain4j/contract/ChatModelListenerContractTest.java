package dev.glimprouter.langchain4j.contract;

import dev.glimprouter.langchain4j.GlimpRouterChatModel;
import dev.glimprouter.langchain4j.GlimpRouterModelBuilder;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.common.AbstractChatModelListenerIT;
import dev.langchain4j.model.chat.listener.ChatModelListener;

import java.util.List;

/** LangChain4j's contract for listeners of chat models. */
class ChatModelListenerContractTest extends AbstractChatModelListenerIT {

    private GlimpRouterModelBuilder<GlimpRouterChatModel> heardBy(ChatModelListener listener) {
        return ContractModel.of(GlimpRouterChatModel.builder())
                .listeners(List.of(listener))
                .defaultRequestParameters(
                        ContractModel.sampled(temperature(), topP(), maxTokens()));
    }

    @Override
    protected ChatModel createModel(ChatModelListener listener) {
        return heardBy(listener).build();
    }

    @Override
    protected ChatModel createFailingModel(ChatModelListener listener) {
        return heardBy(listener).large(ContractModel.broken()).build();
    }

    @Override
    protected String modelName() {
        return ContractModel.NAME;
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

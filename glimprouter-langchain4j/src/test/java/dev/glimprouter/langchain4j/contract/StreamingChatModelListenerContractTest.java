package dev.glimprouter.langchain4j.contract;

import dev.glimprouter.langchain4j.GlimpRouterModelBuilder;
import dev.glimprouter.langchain4j.GlimpRouterStreamingChatModel;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.common.AbstractStreamingChatModelListenerIT;
import dev.langchain4j.model.chat.listener.ChatModelListener;

import java.util.List;

/** LangChain4j's contract for listeners of streaming chat models. */
class StreamingChatModelListenerContractTest extends AbstractStreamingChatModelListenerIT {

    private GlimpRouterModelBuilder<GlimpRouterStreamingChatModel> heardBy(
            ChatModelListener listener) {
        return ContractModel.of(GlimpRouterStreamingChatModel.builder())
                .listeners(List.of(listener))
                .defaultRequestParameters(
                        ContractModel.sampled(temperature(), topP(), maxTokens()));
    }

    @Override
    protected StreamingChatModel createModel(ChatModelListener listener) {
        return heardBy(listener).build();
    }

    @Override
    protected StreamingChatModel createFailingModel(ChatModelListener listener) {
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

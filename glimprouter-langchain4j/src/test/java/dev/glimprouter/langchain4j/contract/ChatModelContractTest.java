package dev.glimprouter.langchain4j.contract;

import dev.glimprouter.langchain4j.GlimpRouterChatModel;
import dev.glimprouter.langchain4j.GlimpRouterChatResponseMetadata;
import dev.glimprouter.langchain4j.GlimpRouterModelBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.common.AbstractChatModelIT;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;

import java.util.List;

/** LangChain4j's contract for the providers of chat models. */
class ChatModelContractTest extends AbstractChatModelIT {

    private static GlimpRouterModelBuilder<GlimpRouterChatModel> builder() {
        return ContractModel.of(GlimpRouterChatModel.builder());
    }

    @Override
    protected List<ChatModel> models() {
        return List.of(builder().build());
    }

    @Override
    protected ChatModel createModelWith(ChatRequestParameters parameters) {
        return builder().defaultRequestParameters(parameters).build();
    }

    @Override
    protected String customModelName() {
        return ContractModel.CUSTOM_NAME;
    }

    /** An answer needs a token beside the one of the reasoning. */
    @Override
    protected ChatRequestParameters saveTokens(ChatRequestParameters parameters) {
        return parameters.overrideWith(createParameters(2));
    }

    @Override
    protected ChatRequestParameters createIntegrationSpecificParameters(int maxOutputTokens) {
        return ContractModel.limitedTo(maxOutputTokens);
    }

    @Override
    protected Class<? extends ChatResponseMetadata> chatResponseMetadataType(ChatModel model) {
        return GlimpRouterChatResponseMetadata.class;
    }

    @Override
    protected boolean supportsTools() {
        return false;
    }

    @Override
    protected boolean supportsToolChoiceRequired() {
        return false;
    }

    @Override
    protected boolean supportsJsonResponseFormat() {
        return false;
    }

    @Override
    protected boolean supportsJsonResponseFormatWithSchema() {
        return false;
    }

    @Override
    protected boolean supportsJsonResponseFormatWithRawSchema() {
        return false;
    }

    @Override
    protected boolean supportsSingleImageInputAsBase64EncodedString() {
        return false;
    }

    @Override
    protected boolean supportsSingleImageInputAsPublicURL() {
        return false;
    }
}

package dev.glimprouter.langchain4j;

import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.ToolChoice;

import org.jspecify.annotations.Nullable;

/** Refuses what two models that think together cannot honour. */
final class Unsupported {

    private Unsupported() {}

    /** Something of this name. */
    static UnsupportedFeatureException of(String feature) {
        return new UnsupportedFeatureException(
                feature + " is not supported by GlimpRouter: leave it out.");
    }

    /** Refuses parameters that would change nothing; those at their value without effect pass. */
    static void refuse(ChatRequestParameters wanted) {
        refuse(wanted.toolChoice());
        if (wanted.toolSpecifications() != null && !wanted.toolSpecifications().isEmpty()) {
            throw of("The use of tools");
        }
        refuse(wanted.responseFormat());
        refuse("frequencyPenalty", wanted.frequencyPenalty());
        refuse("presencePenalty", wanted.presencePenalty());
    }

    private static void refuse(@Nullable ToolChoice choice) {
        if (choice == ToolChoice.REQUIRED) {
            throw of("ToolChoice.REQUIRED");
        }
    }

    private static void refuse(@Nullable ResponseFormat format) {
        if (format != null && format.type() == ResponseFormatType.JSON) {
            throw of("The JSON response format");
        }
    }

    private static void refuse(String name, @Nullable Double penalty) {
        if (penalty != null && penalty != 0) {
            throw of(name);
        }
    }
}

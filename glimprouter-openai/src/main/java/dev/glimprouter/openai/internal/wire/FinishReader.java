package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.openai.internal.profile.StopRule;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * Why a server stopped, in the words of every API.
 *
 * <p>A server that does not tell stop texts from the end of sequence is given none, so it can only
 * mean the latter.
 */
final class FinishReader {

    private FinishReader() {}

    static Optional<Finish> read(JsonNode choice, StopRule stops) {
        if (choice.path("stop").asBoolean(false)) {
            return Optional.of(ofLlama(choice));
        }
        String reason = Json.text(choice, "finish_reason");
        if (reason.isEmpty()) {
            reason = Json.text(choice, "done_reason");
        }
        return switch (reason) {
            case "" -> Optional.empty();
            case "stop", "eos_token", "stop_sequence" -> Optional.of(stop(choice, stops));
            case "length", "max_tokens" -> Optional.of(limit(choice));
            case "abort", "error", "cancelled", "insufficient_system_resource" ->
                    Optional.of(Finish.Plain.ABORTED);
            default -> Optional.of(Finish.Plain.UNKNOWN_STOP);
        };
    }

    private static Finish ofLlama(JsonNode root) {
        return switch (Json.text(root, "stop_type")) {
            case "eos" -> Finish.Plain.END_OF_SEQUENCE;
            case "word" -> stopText(Json.text(root, "stopping_word"));
            case "limit" -> limit(root);
            default -> Finish.Plain.UNKNOWN_STOP;
        };
    }

    private static Finish limit(JsonNode from) {
        return from.path("truncated").asBoolean(false) ? Finish.Plain.CONTEXT : Finish.Plain.LENGTH;
    }

    private static Finish stop(JsonNode choice, StopRule stops) {
        String told = stops.toldField().map(field -> Json.text(choice, field)).orElse("");
        return told.isEmpty() ? Finish.Plain.END_OF_SEQUENCE : stopText(told);
    }

    private static Finish stopText(String told) {
        return StopTexts.ALL.contains(told) ? new Finish.StopText(told) : Finish.Plain.UNKNOWN_STOP;
    }
}

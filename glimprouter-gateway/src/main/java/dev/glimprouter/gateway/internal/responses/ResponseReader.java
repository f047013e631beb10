package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.gateway.Bounds;
import dev.glimprouter.gateway.internal.chat.Asked;
import dev.glimprouter.gateway.internal.chat.ChatRequest;
import dev.glimprouter.gateway.internal.chat.ChatRequest.Draws;
import dev.glimprouter.gateway.internal.chat.Extension;
import dev.glimprouter.gateway.internal.chat.Fields;
import dev.glimprouter.gateway.internal.chat.Harmless;
import dev.glimprouter.gateway.internal.chat.ModelName;
import dev.glimprouter.gateway.internal.chat.Refusal;
import dev.glimprouter.gateway.internal.chat.RequestJson;
import dev.glimprouter.gateway.internal.chat.RequestReader;
import dev.glimprouter.strategy.TokenSplit;

import java.util.List;
import java.util.Optional;

/**
 * Reads requests for responses. What cannot be honoured is refused by name: nothing is ignored in
 * silence.
 */
public final class ResponseReader implements RequestReader {

    private final RequestJson json;
    private final Input input;

    /** A reader within these bounds. */
    public ResponseReader(Bounds bounds) {
        this.json = new RequestJson(bounds);
        this.input = new Input(bounds.messages());
    }

    @Override
    public Asked read(byte[] body) {
        Fields from = Fields.ofBody(json.read(body));
        ModelName model =
                ModelName.of(from.text("model").orElseThrow(() -> from.wrong("model", "there")));
        Optional<String> instructions = from.text("instructions");
        Optional<Integer> mostTokens =
                from.whole("max_output_tokens", TokenSplit.LEAST_TOKENS, Integer.MAX_VALUE);
        Draws draws = Draws.read(from);
        ChatRequest request =
                new ChatRequest(
                        model,
                        input.read(from, instructions),
                        from.flag("stream").orElse(false),
                        1,
                        mostTokens,
                        List.of(),
                        draws,
                        Extension.read(from).with(model));
        streamOptions(from);
        reasoning(from);
        Echo echo =
                new Echo(model.whole(), instructions, mostTokens, draws, from.value("metadata"));
        Harmless.check(ResponseHarmless.FIELDS, from);
        from.finish();
        return new Asked(request, new ResponseForm(echo));
    }

    private static void streamOptions(Fields from) {
        from.object("stream_options")
                .ifPresent(
                        options -> {
                            if (options.flag("include_obfuscation").orElse(false)) {
                                throw Refusal.unsupported(
                                        options.place("include_obfuscation"),
                                        "stream_options.include_obfuscation cannot be honoured here: leave it out.");
                            }
                            options.finish();
                        });
    }

    /** The whole reasoning is told, whatever summary of it is wanted. */
    private static void reasoning(Fields from) {
        from.object("reasoning")
                .ifPresent(
                        options -> {
                            if (options.value("effort").isPresent()) {
                                throw Refusal.unsupported(
                                        options.place("effort"),
                                        "reasoning.effort cannot be honoured here: set glimprouter.tau or glimprouter.budget instead.");
                            }
                            options.text("summary");
                            options.text("generate_summary");
                            options.finish();
                        });
    }
}

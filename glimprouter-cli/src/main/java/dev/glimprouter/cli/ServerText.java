package dev.glimprouter.cli;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.openai.ServerFacts;
import dev.glimprouter.openai.ServerFacts.Abort;
import dev.glimprouter.openai.ServerFacts.Glimpse;
import dev.glimprouter.openai.ServerFacts.PromptCount;
import dev.glimprouter.openai.ServerFacts.Speed;
import dev.glimprouter.openai.ServerReport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** What {@code doctor} says of a server, for people. */
final class ServerText {

    private static final String NOT_TOLD = "not told";

    private ServerText() {}

    /** A line for each topic, in order. */
    static Map<String, String> lines(ServerReport report) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "Server",
                report.server()
                        + ": "
                        + report.facts().map(ServerText::identity).orElse("not usable"));
        report.facts()
                .ifPresent(
                        facts -> {
                            lines.put("Glimpse", words(facts.glimpse()));
                            lines.put("Stop", words(facts.stopText()));
                            lines.put("BOS", words(facts.prompt().begin()));
                            lines.put("Cache", cache(facts.prompt()));
                            lines.put("Abort", words(facts.abort()));
                            lines.put("Speed", words(facts.speed()));
                        });
        return lines;
    }

    private static String identity(ServerFacts facts) {
        EngineInfo engine = facts.engine();
        String context =
                engine.contextTokens() == 0 ? NOT_TOLD : engine.contextTokens() + " tokens";
        return "%s %s; model %s; context %s; prompts go as %s"
                .formatted(
                        engine.engine(),
                        orNotTold(engine.build(), "of unknown version"),
                        orNotTold(engine.model(), NOT_TOLD),
                        context,
                        words(facts.form()));
    }

    private static String orNotTold(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }

    private static String words(ServerFacts.PromptForm form) {
        return switch (form) {
            case TOKENS -> "token ids";
            case MIXED -> "token ids and text";
            case TEXT -> "text";
            case CHAT -> "chat";
        };
    }

    private static String words(Glimpse glimpse) {
        if (glimpse.listed() == 0) {
            return "no candidates of the %d asked for".formatted(glimpse.asked());
        }
        String distribution =
                switch (glimpse.distribution()) {
                    case RAW -> "raw probabilities";
                    case RESTORED -> "probabilities after temperature, restored";
                    case TEMPERED -> "probabilities after temperature, not restored";
                    case UNKNOWN -> "raw or not: not told";
                };
        return "%d candidates of the %d asked for; %s"
                .formatted(glimpse.listed(), glimpse.asked(), distribution);
    }

    private static String words(ServerFacts.StopText stop) {
        return switch (stop) {
            case KEPT -> "the blank line is kept by the server";
            case PUT_BACK -> "the blank line is cut off by the server and put back";
            case SOUGHT_HERE -> "the blank line is found here, by reading";
            case STRIPPED -> "the blank line is lost";
            case UNKNOWN -> "no step ended";
        };
    }

    private static String words(ServerFacts.Begin begin) {
        return switch (begin) {
            case RIGHT -> "not doubled";
            case DOUBLED -> "doubled";
            case UNKNOWN -> NOT_TOLD;
        };
    }

    private static String cache(PromptCount prompt) {
        return "%s of %s prompt tokens found again"
                .formatted(number(prompt.cachedTokens()), number(prompt.tokens()));
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "an untold number";
    }

    private static String words(Abort abort) {
        String after = Figures.millis(abort.nanos());
        String what =
                switch (abort.end()) {
                    case IDLE -> "idle %s after the hang-up".formatted(after);
                    case ANSWERED -> "the next answer began after %s".formatted(after);
                    case BUSY -> "still busy %s after the hang-up".formatted(after);
                };
        String tokens =
                abort.tokensPast().isPresent()
                        ? "tokens seen past it: " + abort.tokensPast().getAsInt()
                        : "tokens past it: " + NOT_TOLD;
        return what + "; " + tokens;
    }

    private static String words(Speed speed) {
        return "%s (%s)"
                .formatted(
                        SpeedCheck.of(speed).text(),
                        speed.told() ? "the server's times" : "measured here");
    }
}

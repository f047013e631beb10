package dev.glimprouter.langchain4j.contract;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scripted model that knows what LangChain4j's contract asks, and only from what reached it: it
 * translates if the system message says so, and remembers what stands in earlier turns.
 */
final class WellRead implements Script {

    private static final Pattern COLOUR = Pattern.compile("my favorite color is (\\w+)");

    private final double entropy;

    private WellRead(double entropy) {
        this.entropy = entropy;
    }

    /** One that hesitates at each step, so that large writes it. */
    static ScriptedEngine small() {
        return ScriptedEngine.of(new WellRead(1.5));
    }

    /** One that is sure. */
    static ScriptedEngine large() {
        return ScriptedEngine.of(new WellRead(0.1));
    }

    @Override
    public Reply reply(Scene scene) {
        if (scene.request().until() == Until.END_OF_SEQUENCE) {
            return answer(scene.head().messages());
        }
        boolean first = scene.text().isEmpty();
        return Reply.text(first ? "What do I know of this?\n\n" : "Then I can answer.</think>")
                .entropy(entropy);
    }

    private static Reply answer(List<Message> messages) {
        String question = messages.getLast().content();
        if (question.contains("long story")) {
            return Reply.endless("Once", " upon", " a", " time", ",", " ");
        }
        if (question.contains("capital of Germany")) {
            return Reply.text("The capital of Germany is Berlin, and 2 + 2 makes 4.");
        }
        if (question.contains("favorite color")) {
            return Reply.text("Your favorite color is " + colour(messages) + ".");
        }
        boolean german =
                messages.getFirst().role() == Role.SYSTEM
                        && messages.getFirst().content().contains("into German");
        if (question.contains("I love you")) {
            return Reply.text(german ? "Ich liebe dich." : "So do I.");
        }
        return Reply.text(question.contains("Hello World") ? "Hello World" : "Hello to you, too.");
    }

    private static String colour(List<Message> messages) {
        for (Message message : messages) {
            Matcher said = COLOUR.matcher(message.content());
            if (message.role() == Role.USER && said.find()) {
                return said.group(1);
            }
        }
        return "unknown to me";
    }
}

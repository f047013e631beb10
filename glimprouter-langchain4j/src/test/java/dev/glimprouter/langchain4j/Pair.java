package dev.glimprouter.langchain4j;

import dev.glimprouter.engine.Sampling;
import dev.glimprouter.question.Message;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two scripted models, and what the large one was asked. */
final class Pair {

    final List<List<Message>> heads = Collections.synchronizedList(new ArrayList<>());
    final List<Sampling> samplings = Collections.synchronizedList(new ArrayList<>());
    final ScriptedEngine small;
    final ScriptedEngine large;

    private Pair(Script small, Script large) {
        this.small = ScriptedEngine.of(small);
        this.large =
                ScriptedEngine.of(
                        scene -> {
                            heads.add(scene.head().messages());
                            samplings.add(scene.request().sampling());
                            return large.reply(scene);
                        });
    }

    /** Two steps, the first by large, and this answer. */
    static Pair answering(Reply answer) {
        return new Pair(
                Script.of(
                        Reply.text("Hm.\n\n").entropy(1.5),
                        Reply.text("So four.</think>").entropy(0.25)),
                Script.of(Reply.text("Two and two is asked.\n\n"), answer));
    }

    /** Two steps, the first by large, and an answer. */
    static Pair usual() {
        return answering(Reply.text("It is \\boxed{4}\n"));
    }

    GlimpRouterModelBuilder<GlimpRouterChatModel> chat() {
        return GlimpRouterChatModel.builder().small(small).large(large);
    }

    GlimpRouterModelBuilder<GlimpRouterStreamingChatModel> streaming() {
        return GlimpRouterStreamingChatModel.builder().small(small).large(large);
    }

    int openSessions() {
        return small.openSessions() + large.openSessions();
    }
}

package dev.glimprouter.testkit.loop;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.event.Usage;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Cancellation;

import java.util.List;
import java.util.Map;

/** One question on two scripted engines, with everything that a test may want to look at. */
final class Route {

    static final Question QUESTION = Question.of("Be brief.", "What is two and two?");

    final ManualTime time = new ManualTime();
    final RecordingListener heard = new RecordingListener();
    final Cancellation cancellation = new Cancellation();
    ScriptedEngine small;
    ScriptedEngine large;
    Strategy strategy = new ProbeThenDispatch(new EntropyThreshold(1.0));
    RouterConfig config = RouterConfig.DEFAULT;
    Question question = QUESTION;

    private Route(ScriptedEngine small, ScriptedEngine large) {
        this.small = small.withTime(time).named("small");
        this.large = large.withTime(time).named("large");
    }

    static Route of(ScriptedEngine small, ScriptedEngine large) {
        return new Route(small, large);
    }

    /** What small and large write, generation by generation. */
    static Route of(List<Reply> small, List<Reply> large) {
        return of(
                ScriptedEngine.of(small.toArray(Reply[]::new)),
                ScriptedEngine.of(large.toArray(Reply[]::new)));
    }

    Route with(Strategy other) {
        strategy = other;
        return this;
    }

    Route with(RouterConfig other) {
        config = other;
        return this;
    }

    Route with(Question other) {
        question = other;
        return this;
    }

    GlimpRouter router() {
        return new GlimpRouter(
                Map.of(Writer.SMALL, small, Writer.LARGE, large), strategy, config, time);
    }

    Result ask() {
        return ask(_ -> {});
    }

    /** Asks; the recording listener hears each event before {@code other} does. */
    Result ask(RouteListener other) {
        return router().ask(question, heard.andThen(other), cancellation);
    }

    List<Writer> writers() {
        return heard.reasoning().steps().stream().map(Step::writer).toList();
    }

    List<String> texts() {
        return heard.reasoning().steps().stream().map(Step::text).toList();
    }

    /** What a model did for an answered question. */
    static Usage used(Result result, Writer writer) {
        return result.usage().getOrDefault(writer, Usage.NONE);
    }

    /** A call in a few words, with its visible text. */
    static String brief(Call call) {
        return switch (call) {
            case Call.Open _ -> "open";
            case Call.Append append -> "append " + append.text();
            case Call.Ask _ -> "ask";
            case Call.Generate _ -> "generate";
            case Call.Next next -> "next " + next.text().orElse("-");
            case Call.CloseStream _ -> "close stream";
            case Call.Prefill prefill -> ("prefill " + prefill.beyond()).strip();
            case Call.Branch _ -> "branch";
            case Call.Close _ -> "close";
        };
    }
}

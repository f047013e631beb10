package dev.glimprouter.testkit.loop;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.logits.LogitEngine;
import dev.glimprouter.testkit.logits.LogitModel;
import dev.glimprouter.testkit.logits.Words;
import dev.glimprouter.time.Cancellation;

import java.time.Duration;
import java.util.Map;

/** One question on two engines that own tokens: small takes 10 ns for a batch, large 100. */
final class TokenRoute {

    static final Words WORDS =
            Words.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "\n\n", "</", "think>", ".\n\nb");
    static final Question QUESTION = Question.of("abc");

    /** "abc", and the opening, which has no words of its own. */
    static final int HEAD = LogitEngine.head(WORDS, new Prompt(QUESTION.messages(), Prompt.THINK));

    /** The loop's closing has two tokens more than the close tag. */
    private static final String TAIL = "</think>aah";

    static final RouterConfig GREEDY = RouterConfig.DEFAULT.withSampling(Sampling.GREEDY);

    final ManualTime time = new ManualTime();
    final RecordingListener heard = new RecordingListener();
    final Cancellation cancellation = new Cancellation();
    final LogitEngine small;
    final LogitEngine large;
    private final Strategy strategy;

    TokenRoute(LogitModel small, LogitModel large, Strategy strategy) {
        this(small, large, strategy, WORDS);
    }

    TokenRoute(LogitModel small, LogitModel large, Strategy strategy, Words wordsOfLarge) {
        this.small = engine("small", WORDS, small, 10);
        this.large = engine("large", wordsOfLarge, large, 100);
        this.strategy = strategy;
    }

    private LogitEngine engine(String name, Words words, LogitModel model, long nanos) {
        return new LogitEngine(name, words, model, _ -> time.advance(Duration.ofNanos(nanos)));
    }

    /** Writes a reasoning, and h as answer if the reasoning closes itself. */
    static LogitModel writing(String text) {
        return writing(text, Map.of());
    }

    static LogitModel writing(String text, Map<Integer, Integer> doubts) {
        return LogitModel.writing(WORDS, HEAD, text.replace("</think>", TAIL), doubts);
    }

    Result ask(RouterConfig config) {
        return ask(config, _ -> {});
    }

    Result ask(RouterConfig config, RouteListener other) {
        return new GlimpRouter(
                        Map.of(Writer.SMALL, small, Writer.LARGE, large), strategy, config, time)
                .ask(QUESTION, heard.andThen(other), cancellation);
    }
}

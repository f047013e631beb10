package dev.glimprouter.testkit.loop;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.strategy.expression.StrategyExpression;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import java.util.List;
import java.util.Map;

/** Drafts of small with what is thought of them, and what became of them. */
abstract class DraftTestBase {

    static final Reply ONE = Reply.text("One one.\n\n");
    static final Reply TWO = Reply.text("Two.\n\n");
    static final Reply LAST = Reply.text("So four.</think>");
    static final Reply ANSWER = Reply.text("4");
    static final Reply YES = Reply.opinion(Map.of(" Yes", 0.7, " no", 0.2, " so", 0.1));
    static final Reply NO = Reply.opinion(Map.of(" Yes", 0.1, " No", 0.9));

    final RetryableException gone = new RetryableException("nobody answers");

    static Route route(String strategy, ScriptedEngine small, ScriptedEngine large) {
        return Route.of(small, large).with(StrategyExpression.parse(strategy).strategy());
    }

    /** The opinions are large's. */
    static Route route(String strategy, List<Reply> small, List<Reply> large, Reply... opinions) {
        return route(strategy, engine(small), engine(large, opinions));
    }

    static ScriptedEngine engine(List<Reply> replies, Reply... opinions) {
        return ScriptedEngine.of(Script.of(replies.toArray(Reply[]::new)).answering(opinions));
    }

    static List<String> kindsOfStep(Route route, int step) {
        return route.heard.events().stream()
                .filter(event -> event.step() == step)
                .map(event -> event.getClass().getSimpleName())
                .filter(kind -> !kind.equals("Prefilled") && !kind.equals("Started"))
                .distinct()
                .toList();
    }

    static List<String> calls(ScriptedEngine engine) {
        return engine.calls().stream().map(Route::brief).toList();
    }

    static List<Decision> decisions(Route route) {
        return route.heard.events(RouteEvent.Decided.class).stream()
                .map(RouteEvent.Decided::decision)
                .toList();
    }

    static List<Verdict> verdicts(Route route) {
        return route.heard.events(RouteEvent.Judged.class).stream()
                .map(RouteEvent.Judged::verdict)
                .toList();
    }
}

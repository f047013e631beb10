package dev.glimprouter.testkit.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.event.CommittedText;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyExpression;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What readers get who cannot take any text back. */
class CommittedTextTest implements CommittedText.Reader {

    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder answer = new StringBuilder();
    private boolean live = true;

    @Override
    public void reasoning(Writer writer, String text) {
        assertThat(text).isNotEmpty();
        pieces.add((writer == Writer.SMALL ? "S " : "L ") + text);
        reasoning.append(text);
    }

    @Override
    public void answer(Writer writer, String text) {
        assertThat(text).isNotEmpty();
        answer.append(text);
    }

    @Override
    public boolean live() {
        return live;
    }

    private void ask(Route route) {
        route.ask(new CommittedText(route.strategy, this));
    }

    private static Route route(String strategy, List<Reply> small, List<Reply> large) {
        return Route.of(small, large).with(StrategyExpression.parse(strategy).strategy());
    }

    @Test
    void aStepGoesOutAsItIsWritten() {
        ask(
                route(
                        "glimpse",
                        List.of(
                                Reply.tokens("One", " one", ".", "\n\n").entropy(0),
                                Reply.text("End.</think>").entropy(2)),
                        List.of(Reply.tokens("Two", ".", "</think>"), Reply.text("\n4\n"))));

        assertThat(pieces).containsExactly("S One", "S  one", "S .", "L \n\nTwo", "L .");
        assertThat(answer).hasToString("4");
    }

    @Test
    void aDraftGoesOutOnceItIsAccepted() {
        List<Integer> afterDraft = new ArrayList<>();
        Route route =
                route(
                        "hstep(tau=1)",
                        List.of(
                                Reply.signed("Bad.\n\n", 3, 3),
                                Reply.signed("Good one.\n\n", 0, 0, 0),
                                Reply.signed("End.</think>", 0, 0)),
                        List.of(
                                Reply.tokens("Better", ".", "\n\n")
                                        .then(() -> afterDraft.add(pieces.size())),
                                Reply.text("4")));

        ask(route);

        assertThat(pieces).containsExactly("L Better", "L .", "S \n\nGood one.", "S \n\nEnd.");
        assertThat(afterDraft).allMatch(seen -> seen >= 1);
    }

    @Test
    void oneOfSeveralDraftsGoesOut() {
        ScriptedEngine small =
                ScriptedEngine.of(
                                scene ->
                                        Reply.text(
                                                scene.call() % 2 == 0
                                                        ? "Left.</think>"
                                                        : "Right.</think>"))
                        .withBranches(4);
        ScriptedEngine large =
                ScriptedEngine.of(
                                Script.of(Reply.text("4"))
                                        .answering(Reply.opinion(Map.of(" B", 0.6, "x", 0.4))))
                        .withBranches(4);
        Route route =
                Route.of(small, large)
                        .with(StrategyExpression.parse("speccot(n=2, opening=0)").strategy());

        ask(route);

        assertThat(reasoning.toString().strip()).isEqualTo(route.heard.reasoning().text().strip());
        assertThat(pieces).hasSize(1);
    }

    @Test
    void aStepOfWhiteSpaceLeavesNoTrace() {
        ask(
                route(
                        "glimpse",
                        List.of(
                                Reply.text("One.\n\n"),
                                Reply.tokens(" ", "\n\n").entropy(0),
                                Reply.text("End.</think>")),
                        List.of(Reply.text("Two.\n\n"), Reply.text("4"))));

        assertThat(reasoning).hasToString("One.\n\nTwo.\n\nEnd.");
    }

    @ParameterizedTest
    @CsvSource({"true,Large be//Small goes on.", "false,Small goes on."})
    void aStepThatBrokeOffCannotBeTakenBackFromWhoHasSeenIt(boolean seen, String expected) {
        live = seen;
        RetryableException gone = new RetryableException("nobody answers");
        Route route =
                route(
                                "glimpse",
                                List.of(
                                        Reply.text("x").entropy(2),
                                        Reply.text("Small goes on.</think>")),
                                List.of(Reply.text("Large be").thenFail(gone), Reply.text("4")))
                        .with(RouterConfig.DEFAULT.withLargeDown(LargeDown.SMALL));

        ask(route);

        assertThat(reasoning).hasToString(expected.replace('/', '\n'));
    }

    @Test
    void theOfficialProtocolsCloseTagAndWhatFollowsItStayInside() {
        Route route =
                route(
                                "glimpse",
                                List.of(
                                        Reply.tokens("x"),
                                        Reply.tokens("One.", "</th", "ink>", " rest", "\n\n")),
                                List.of(Reply.text("4")))
                        .with(RouterConfig.DEFAULT.withMode(Mode.OFFICIAL));

        ask(route);

        assertThat(reasoning).hasToString("One.");
        assertThat(answer).hasToString("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"glimpse", "small", "large", "small-steps", "hstep", "loop", "random(0.5)"})
    void whatGoesOutIsTheKeptTextWhateverTheStrategy(String strategy) {
        for (int seed = 0; seed < 50; seed++) {
            live = seed % 2 == 0;
            reasoning.setLength(0);
            answer.setLength(0);
            Route route =
                    Route.of(ScriptedEngine.babbling(), ScriptedEngine.babbling())
                            .with(StrategyExpression.parse(strategy).strategy())
                            .with(RouterConfig.DEFAULT.withSeed(seed).withBudget(200));

            String whole = route.ask(new CommittedText(route.strategy, this)).answer();

            assertThat(reasoning)
                    .as("seed %d", seed)
                    .hasToString(route.heard.reasoning().text().strip());
            assertThat(answer).as("seed %d", seed).hasToString(whole);
        }
    }
}

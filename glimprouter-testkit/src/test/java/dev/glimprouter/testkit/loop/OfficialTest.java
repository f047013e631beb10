package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.Result;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.question.Role;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.OpeningSteps;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The published protocol, its defects included, by a question worked out by hand. */
class OfficialTest {

    private static final String USER = "Be brief.\n\nWhat is two and two?";
    private static final RouterConfig OFFICIAL = RouterConfig.DEFAULT.withMode(Mode.OFFICIAL);
    private static final Reply CERTAIN = Reply.text("So");
    private static final Reply UNSURE =
            Reply.text("Hmm")
                    .distribution(
                            Optional.of(new TopDistribution(new double[] {-1, -1, -1, -1}, 64)));
    private static final Reply ANSWER = Reply.text("\\boxed{4}");

    /** Answers one generation after the other, whatever the session, and keeps what it saw. */
    private static final class Model implements Script {
        final List<Scene> scenes = new ArrayList<>();
        private final Iterator<Reply> replies;

        Model(Reply... replies) {
            this.replies = List.of(replies).iterator();
        }

        @Override
        public Reply reply(Scene scene) {
            scenes.add(scene);
            return replies.next();
        }

        /** The prompts after the user's words. */
        List<String> prompts() {
            return scenes.stream()
                    .map(
                            scene -> {
                                assertThat(scene.head().messages())
                                        .containsExactly(new Message(Role.USER, USER));
                                return scene.head().opening() + scene.text();
                            })
                    .toList();
        }
    }

    private static Route route(Model small, Model large) {
        return Route.of(ScriptedEngine.of(small), ScriptedEngine.of(large)).with(OFFICIAL);
    }

    private static Model worked() {
        return new Model(
                Reply.text("<think>"),
                Reply.text("<think>\nAdd two.\n\nMore"),
                UNSURE,
                CERTAIN,
                Reply.text("So four"),
                CERTAIN,
                Reply.text("Done.\n</think>\n\n4"));
    }

    private static Model workedLarge() {
        return new Model(Reply.text("Two and two and two and two"), ANSWER);
    }

    private static Route workedRoute(Model small, Model large) {
        return route(small, large).with(OFFICIAL.withStepLimit(5));
    }

    @Test
    void thePromptsAreThePublishedOnes() {
        Model small = worked();
        Model large = workedLarge();

        workedRoute(small, large).ask();

        String one = "<think><think>\nAdd two.\n\n";
        String two = one + "Two and two and two\n\n";
        String three = two + "So four\n\n";
        assertThat(small.prompts()).containsExactly("", "", one, two, two, three, three);
        assertThat(large.prompts()).containsExactly(one, three + "Done.\n\n</think>\n\n");
    }

    @Test
    void theStepsAreThePublishedOnesWithTheirBlankLines() {
        Route route = workedRoute(worked(), workedLarge());

        Result result = route.ask();

        assertThat(route.texts())
                .containsExactly(
                        "<think>\nAdd two.\n\n",
                        "Two and two and two\n\n",
                        "So four\n\n",
                        "Done.\n</think>\n\n");
        assertThat(route.writers()).containsExactly(SMALL, LARGE, SMALL, SMALL);
        assertThat(result.reasoning().steps())
                .extracting(Step::ending)
                .containsExactly(
                        Ending.BLANK_LINE,
                        Ending.LENGTH,
                        Ending.END_OF_SEQUENCE,
                        Ending.BLANK_LINE);
        assertThat(result.reasoning().steps()).extracting(Step::tokens).containsExactly(5, 5, 3, 4);
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(result.answer()).isEqualTo("\\boxed{4}");
        route.heard.check();
    }

    @Test
    void eachStepIsAProbeThrownAwayAndARequest() {
        Route route = workedRoute(worked(), workedLarge());

        route.ask();

        assertThat(route.small.calls().stream().map(Route::brief).limit(24))
                .containsExactly(
                        "open",
                        "generate",
                        "next <think>",
                        "close stream",
                        "generate",
                        "next <think>",
                        "next \n",
                        "next Add",
                        "next  two.",
                        "next \n\n",
                        "next -",
                        "close stream",
                        "close",
                        "open",
                        "append <think>\nAdd two.\n\n",
                        "generate",
                        "next Hmm",
                        "close stream",
                        "append Two and two and two",
                        "append \n\n",
                        "generate",
                        "next So",
                        "close stream",
                        "generate");
        assertThat(route.large.calls().stream().map(Route::brief))
                .containsExactly(
                        "open",
                        "close",
                        "open",
                        "append <think>\nAdd two.\n\n",
                        "generate",
                        "next Two",
                        "next  and",
                        "next  two",
                        "next  and",
                        "next  two",
                        "next -",
                        "close stream",
                        "append Two and two and two",
                        "append \n\n",
                        "append So four",
                        "append \n\n",
                        "append Done.\n",
                        "append \n</think>\n\n",
                        "generate",
                        "next \\boxed{4}",
                        "next ",
                        "next -",
                        "close stream",
                        "close");
    }

    @Test
    void theRequestsAreThePublishedOnes() {
        Route route = route(worked(), new Model(Reply.text("Two.\n\n"), ANSWER));

        route.ask();

        List<Generation> small =
                route.small.calls(Call.Generate.class).stream()
                        .map(Call.Generate::request)
                        .toList();
        Generation probe = small.getFirst();
        assertThat(probe.sampling()).isEqualTo(Sampling.GREEDY);
        assertThat(probe.maxTokens()).isEqualTo(1);
        assertThat(probe.until()).isEqualTo(Until.END_OF_SEQUENCE);
        assertThat(probe.distributions()).isEqualTo(Distributions.FIRST);
        Generation step = small.get(1);
        assertThat(step.sampling()).isEqualTo(new Sampling(0.6, 0.95, 0, 0));
        assertThat(step.maxTokens()).isEqualTo(512);
        assertThat(step.until()).isEqualTo(Until.BLANK_LINE);
        assertThat(step.distributions()).isEqualTo(Distributions.NONE);
        Generation answer = route.large.calls(Call.Generate.class).getLast().request();
        assertThat(answer.sampling()).isEqualTo(new Sampling(0.6, 0.95, 0, 0));
        assertThat(answer.maxTokens()).isEqualTo(2048);
        assertThat(answer.until()).isEqualTo(Until.END_OF_SEQUENCE);
    }

    @Test
    void everyTokenIsBooked() {
        Route route = workedRoute(worked(), workedLarge());
        route.small = route.small.upstream();

        Result result = route.ask();

        assertThat(Route.used(result, SMALL).glimpses()).isEqualTo(4);
        assertThat(Route.used(result, SMALL).discardedTokens()).isEqualTo(4);
        assertThat(Route.used(result, SMALL).generatedTokens()).isEqualTo(12);
        assertThat(Route.used(result, SMALL).promptTokens()).isEqualTo(8 + 14 + 6 + 1);
        assertThat(Route.used(result, LARGE).generatedTokens()).isEqualTo(5 + 2);
        assertThat(Route.used(result, LARGE).promptTokens()).isEqualTo(14 + 1 + 3 + 2 + 3);
        route.heard.check();
    }

    @Test
    void theScoreIsTheEntropyOfTheListedTokensByText() {
        TopDistribution seen =
                new TopDistribution(
                        new double[] {Math.log(0.3), Math.log(0.1), Math.log(0.1)},
                        64,
                        List.of("x", "y", "y"));
        Model small =
                new Model(
                        Reply.text("x").distribution(Optional.of(seen)),
                        Reply.text("Done.</think>\n\n"));
        Route route = route(small, new Model(ANSWER));

        route.ask();

        double expected = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
        RouteEvent.Decided decided = route.heard.last(RouteEvent.Decided.class);
        assertThat(decided.decision().score()).isCloseTo(expected, within(1e-12));
        assertThat(decided.decision().writer()).isEqualTo(SMALL);
    }

    @Test
    void aTieAndAMissingProbeGoToLarge() {
        TopDistribution four = new TopDistribution(new double[] {-2, -2, -2, -2}, 64);
        double tau = four.publishedEntropy().nats();
        Model small =
                new Model(
                        Reply.text("x").distribution(Optional.of(four)),
                        Reply.text("y").distribution(Optional.empty()));
        Model large = new Model(Reply.text("One.\n\n"), Reply.text("Two.</think>\n\n"), ANSWER);
        Route route = route(small, large).with(new ProbeThenDispatch(new EntropyThreshold(tau)));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(LARGE, LARGE);
        assertThat(Route.used(result, SMALL).missingProbes()).isEqualTo(1);
    }

    @Test
    void twoEqualStepsEndItOnceThereAreMoreThanTwo() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.text(" A.\n\n"),
                        CERTAIN,
                        Reply.text(" A.\n\n"));
        Route route = route(small, new Model(ANSWER));

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("A.\n\n", "A.\n\n", " A.\n\n", " A.\n\n");
        assertThat(result.stop()).isEqualTo(Stop.REPEATED);
    }

    @Test
    void emptyStepsAreKeptAndCountAsEqual() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.text("\n\n"),
                        CERTAIN,
                        Reply.nothing());
        Model large = new Model(ANSWER);
        Route route = route(small, large);

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("A.\n\n", "\n\n", "\n\n");
        assertThat(result.stop()).isEqualTo(Stop.REPEATED);
        assertThat(large.prompts()).containsExactly("<think>A.\n\n\n\n\n\n\n</think>\n\n");
        route.heard.check();
    }

    @Test
    void theBudgetIsCheckedAfterTheStepAndItsWordIsTheLast() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.text("One two three four.</think>\n\n"));
        Model large = new Model(ANSWER);
        Route route = route(small, large).with(OFFICIAL.withBudget(3));

        Result result = route.ask();

        assertThat(result.reasoning().tokens()).isEqualTo(2 + 6);
        assertThat(result.stop()).isEqualTo(Stop.BUDGET);
        assertThat(large.prompts())
                .containsExactly("<think>A.\n\nOne two three four.\n</think>\n\n");
    }

    @Test
    void whatFollowsACloseTagInItsStepIsKeptButNotSeenByTheAnswer() {
        Model small = new Model(CERTAIN, Reply.text("Done.</think> Four.\n\nMore"));
        Model large = new Model(ANSWER);
        Route route = route(small, large);

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("Done.</think> Four.\n\n");
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(large.prompts()).containsExactly("<think>Done.\n</think>\n\n");
    }

    @Test
    void largeAloneGoesThroughTheSameStepsWithoutProbes() {
        Model large =
                new Model(Reply.text("<think>\nA.\n\n"), Reply.text("B.</think>\n\n"), ANSWER);
        Route route = route(new Model(), large).with(new SoloSteps(LARGE));

        Result result = route.ask();

        assertThat(large.prompts())
                .containsExactly(
                        "", "<think><think>\nA.\n\n", "<think><think>\nA.\n\nB.\n</think>\n\n");
        assertThat(result.usage()).containsOnlyKeys(LARGE);
        route.heard.check();
    }

    @Test
    void anotherStrategyIsRefused() {
        Route route =
                route(new Model(), new Model()).with(new ProbeThenDispatch(new OpeningSteps(2)));

        assertThatThrownBy(route::ask)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("opening(steps=2)")
                .hasMessageContaining("official");
        assertThat(route.small.calls()).isEmpty();
        route.heard.check();
    }

    @Test
    void aConversationKeepsItsTurnsAndTheInstructionOpensItsFirst() {
        Model small = new Model(CERTAIN, Reply.text("A.</think>\n\n"));
        Route route = route(small, new Model(ANSWER));
        route.with(
                new Question(
                        "q",
                        List.of(
                                new Message(Role.SYSTEM, "Be brief."),
                                new Message(Role.USER, "One?"),
                                new Message(Role.ASSISTANT, "1"),
                                new Message(Role.USER, "Two?"))));

        route.ask();

        assertThat(small.scenes.getFirst().head().messages())
                .containsExactly(
                        new Message(Role.USER, "Be brief.\n\nOne?"),
                        new Message(Role.ASSISTANT, "1"),
                        new Message(Role.USER, "Two?"));
    }

    @Test
    void theDeadlineCutsAStepWhichIsKept() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.endless("on ").pace(Duration.ofSeconds(1)));
        Model large = new Model(ANSWER);
        Route route = route(small, large).with(OFFICIAL.withDeadline(Duration.ofMillis(2500)));

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("A.\n\n", "on on \n\n");
        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(large.prompts()).containsExactly("<think>A.\n\non on \n\n\n</think>\n\n");
        route.heard.check();
    }

    @Test
    void cancellingEndsTheQuestionAndClosesEverySession() {
        Route route = route(new Model(), new Model());
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        Reply.tokens().then(route.cancellation::cancel).thenTokens("So"));
        route.small = ScriptedEngine.of(small).withTime(route.time);

        assertThatThrownBy(route::ask).isInstanceOf(CancelledException.class);

        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
        assertThat(route.heard.last(RouteEvent.Cancelled.class).step()).isEqualTo(1);
        route.heard.check();
    }

    @Test
    void aFullContextEndsTheReasoningInsteadOfTheRun() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A B C D E F G H.\n\n"),
                        CERTAIN,
                        Reply.text("I J K L M N O P.\n\n"),
                        CERTAIN,
                        Reply.text("Q R S T U V W X.\n\n"));
        Model large = new Model(ANSWER);
        Route route = route(small, large);
        route.small = route.small.withContext(52);
        route.large = route.large.withContext(500);

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.CONTEXT);
        assertThat(result.answer()).isEqualTo("\\boxed{4}");
        route.heard.check();
    }
}

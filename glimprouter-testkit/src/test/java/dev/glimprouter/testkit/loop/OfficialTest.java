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
import dev.glimprouter.strategy.OpeningSteps;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** The published protocol, its defects included, by a question worked out by hand. */
class OfficialTest extends OfficialTestBase {

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
}

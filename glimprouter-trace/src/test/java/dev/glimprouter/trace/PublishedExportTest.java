package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Traces in the published code's layout. */
class PublishedExportTest {

    private static final RouterConfig OFFICIAL = RouterConfig.DEFAULT.withMode(Mode.OFFICIAL);
    private static final Strategy GLIMPSE = new ProbeThenDispatch(new EntropyThreshold(1.0));
    private static final Question QUESTION = Question.of("", "What is two and two?").withId("17");
    private static final Reply SURE = Reply.text("<think>");
    private static final Reply UNSURE =
            Reply.text("Hmm")
                    .distribution(
                            Optional.of(new TopDistribution(new double[] {-1, -1, -1, -1}, 64)));

    @TempDir Path folder;
    private int traces;

    private static ScriptedEngine engine(Reply... replies) {
        Iterator<Reply> next = List.of(replies).iterator();
        return ScriptedEngine.of(_ -> next.next()).withTime(new ManualTime());
    }

    private Trace ask(
            ScriptedEngine small, ScriptedEngine large, Strategy strategy, RouterConfig config) {
        return ask(QUESTION, small, large, strategy, config);
    }

    private Trace ask(
            Question question,
            ScriptedEngine small,
            ScriptedEngine large,
            Strategy strategy,
            RouterConfig config) {
        Path file = folder.resolve("trace" + traces++ + ".jsonl");
        try (TraceWriter writer =
                new TraceWriter(file, SampleEvents.CLOCK, SampleEvents.ENVIRONMENT)) {
            new GlimpRouter(
                            Map.of(Writer.SMALL, small, Writer.LARGE, large),
                            strategy,
                            config,
                            new ManualTime())
                    .ask(question, writer, new Cancellation());
        }
        return Trace.read(file);
    }

    private Trace official() {
        return ask(
                engine(
                        SURE,
                        Reply.text("<think>\nAdd two.\n\n"),
                        UNSURE,
                        SURE,
                        Reply.text("Done.</think> Four.\n\n")),
                engine(Reply.text("By large.\n\n"), Reply.text("\n\\boxed{4}")),
                GLIMPSE,
                OFFICIAL);
    }

    private Trace clean() {
        return ask(
                ScriptedEngine.of(Reply.text("Hm.\n\n"), Reply.text("Four.</think>")),
                ScriptedEngine.of(Reply.text("4")),
                GLIMPSE,
                RouterConfig.DEFAULT);
    }

    private JsonNode export(String dataset, String file, Trace... from) throws IOException {
        new PublishedExport(folder.resolve("out"), dataset).write(List.of(from));
        return read(dataset, file);
    }

    private JsonNode read(String dataset, String file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("out").resolve(dataset).resolve(file)));
    }

    @Test
    void theStepsHaveEveryPublishedFieldInItsOrder() throws IOException {
        JsonNode steps = export("aime24", "17/0.json", official());

        assertThat(JsonMapper.shared().writeValueAsString(steps))
                .isEqualTo(
                        """
                        [{"step_id":0,"step_str":"<think>\\nAdd two.",\
                        "small_model_step":"<think>\\nAdd two.","num_output_tokens_small":5,\
                        "score":0.0,"base_model_step":null,"num_output_tokens_base":null,\
                        "final_num_output_tokens":5,"justification":"<think>"},\
                        {"step_id":1,"step_str":"By large.",\
                        "small_model_step":null,"num_output_tokens_small":null,\
                        "score":1.3862943611198906,"base_model_step":"By large.",\
                        "num_output_tokens_base":3,\
                        "final_num_output_tokens":3,"justification":"Hmm"},\
                        {"step_id":2,"step_str":"Done.</think> Four.",\
                        "small_model_step":"Done.</think> Four.","num_output_tokens_small":4,\
                        "score":0.0,"base_model_step":null,"num_output_tokens_base":null,\
                        "final_num_output_tokens":4,"justification":"<think>",\
                        "stop_reason":"finished"},\
                        {"step_id":3,"step_str":"\\n\\\\boxed{4}",\
                        "small_model_step":null,"num_output_tokens_small":null,\
                        "score":null,"base_model_step":"\\n\\\\boxed{4}",\
                        "num_output_tokens_base":3,\
                        "final_num_output_tokens":3,"justification":null,"answer":true}]""");
    }

    @Test
    void theTextIsTheSameForReading() throws IOException {
        JsonNode steps = export("aime24", "17/0.json", official());

        String text = Files.readString(folder.resolve("out/aime24/17/0.txt"));
        assertThat(JsonMapper.shared().readTree(text)).isEqualTo(steps);
        assertThat(text).contains("\n  \"step_str\" : \"By large.\",\n");
    }

    @Test
    void theResultsOfARepeatAreOneList() throws IOException {
        JsonNode results = export("aime24", "result_0.json", official());

        assertThat(results.toString())
                .isEqualTo("[{\"id\":17,\"answer\":\"\\\\boxed{4}\",\"question_id\":\"17\"}]");
    }

    @Test
    void eachRepeatHasItsFilesAndQuestionsWithoutANumberTheirPlace() throws IOException {
        Question other = Question.of("", "And three and three?").withId("other");
        Trace second =
                ask(
                        other,
                        engine(SURE, Reply.text("Six.</think>\n\n")),
                        engine(Reply.text("6")),
                        GLIMPSE,
                        OFFICIAL.withRepeat(3));

        export("maths", "result_0.json", official(), second);

        assertThat(folder.resolve("out/maths/17/0.json")).exists();
        assertThat(folder.resolve("out/maths/1/3.json")).exists();
        assertThat(read("maths", "result_3.json").toString())
                .isEqualTo("[{\"id\":1,\"answer\":\"6\",\"question_id\":\"other\"}]");
        assertThat(read("maths", "1/3.json").get(1).get("answer").booleanValue()).isFalse();
    }

    @Test
    void aStepThatRanIntoTheBudgetSaysSo() throws IOException {
        Trace trace =
                ask(
                        engine(SURE, Reply.text("One.</think>\n\n")),
                        engine(Reply.text("Answer: 1")),
                        GLIMPSE,
                        OFFICIAL.withBudget(2));

        JsonNode steps = export("maths", "17/0.json", trace);

        assertThat(steps.get(0).get("stop_reason").stringValue()).isEqualTo("budget");
        assertThat(steps.get(1).get("answer").booleanValue()).isTrue();
    }

    @Test
    void twoEqualStepsAreFinishedAsPublished() throws IOException {
        Reply same = Reply.text("A.\n\n");
        Trace trace =
                ask(
                        engine(SURE, same, SURE, same, SURE, same),
                        engine(Reply.text("ANSWER: A")),
                        GLIMPSE,
                        OFFICIAL);

        JsonNode steps = export("maths", "17/0.json", trace);

        assertThat(steps.get(2).get("stop_reason").stringValue()).isEqualTo("finished");
        assertThat(steps.get(1).has("stop_reason")).isFalse();
        assertThat(steps.get(2).has("answer")).isFalse();
    }

    @Test
    void largeAloneHasNoScores() throws IOException {
        Trace trace =
                ask(
                        engine(),
                        engine(Reply.text("One.</think>\n\n"), Reply.text("1")),
                        new SoloSteps(Writer.LARGE),
                        OFFICIAL);

        JsonNode step = export("maths", "17/0.json", trace).get(0);

        assertThat(step.get("score").isNull()).isTrue();
        assertThat(step.get("justification").isNull()).isTrue();
        assertThat(step.get("base_model_step").stringValue()).isEqualTo("One.</think>");
    }

    @Test
    void theFirstBlockOfCodeIsTheAnswerOfALiveCodeBenchQuestion() throws IOException {
        Trace trace =
                ask(
                        engine(SURE, Reply.text("Easy.</think>\n\n")),
                        engine(Reply.tokens("Answer:\n", "```python\nx = 1\n```\n", "```\ny\n```")),
                        GLIMPSE,
                        OFFICIAL);

        assertThat(export("lcbv6", "result_0.json", trace).get(0).get("answer").stringValue())
                .isEqualTo("x = 1\n");
        assertThat(read("lcbv6", "17/0.json").get(1).get("answer").booleanValue()).isTrue();
    }

    @Test
    void wordsAreNoAnswerOfALiveCodeBenchQuestion() throws IOException {
        assertThat(export("lcbv6", "17/0.json", official()).get(3).get("answer").booleanValue())
                .isFalse();
    }

    @Test
    void aCleanTraceGetsBlankLinesOffAndItsCloseTagOn() throws IOException {
        JsonNode steps = export("maths", "17/0.json", clean());

        assertThat(steps.get(0).get("step_str").stringValue()).isEqualTo("Hm.");
        assertThat(steps.get(1).get("step_str").stringValue()).isEqualTo("Four.</think>");
        assertThat(steps.get(0).get("score").doubleValue()).isBetween(0.0, 1e-9);
    }

    @Test
    void aTraceThatDidNotFinishHasStepsAndNoResult() throws IOException {
        Trace whole = official();
        Trace torn =
                new Trace(
                        whole.header(),
                        whole.events().subList(0, whole.events().size() - 1),
                        0,
                        true);

        assertThat(export("maths", "17/0.json", torn).size()).isEqualTo(3);
        assertThat(read("maths", "result_0.json").isEmpty()).isTrue();
    }

    @Test
    void twoTracesOfOneRepeatAreRefused() {
        Trace one = official();
        PublishedExport export = new PublishedExport(folder.resolve("out"), "maths");

        assertThatThrownBy(() -> export.write(List.of(one, one)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("repeat 0 of problem 17");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        assertThatThrownBy(() -> new PublishedExport(folder, "../up"))
                .isInstanceOf(RequestException.class);
    }
}

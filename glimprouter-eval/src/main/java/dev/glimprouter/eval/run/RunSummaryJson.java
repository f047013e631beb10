package dev.glimprouter.eval.run;

import dev.glimprouter.eval.internal.run.IntervalCodec;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as one JSON object; docs/evaluation.md tells its fields. */
public final class RunSummaryJson {

    private RunSummaryJson() {}

    /**
     * The object on one line, without a line end.
     *
     * @param runs the runs by their files, in order
     * @param throughput of this call; empty where nothing was asked
     */
    public static String of(Map<Path, RunSummary> runs, Optional<Throughput> throughput) {
        ObjectNode to = Json.object();
        ArrayNode list = to.putArray("runs");
        runs.forEach((file, run) -> put(list.addObject(), file, run));
        throughput.ifPresentOrElse(
                rate -> put(to.putObject("throughput"), rate), () -> to.putNull("throughput"));
        return Json.text(to);
    }

    private static void put(ObjectNode to, Path file, RunSummary run) {
        to.put("system", run.system()).put("file", file.toString());
        to.put("dataset", run.header().data().name());
        to.put("questions", run.header().data().questions());
        to.put("repeats", run.header().repeats());
        to.put("seed", run.header().config().seed());
        to.put("runs", run.runs()).put("right", run.right());
        to.put("rightInReasoning", run.rightInReasoning());
        to.put("unscored", run.unscored()).put("failed", run.failed());
        run.accuracy()
                .ifPresentOrElse(
                        share -> {
                            ObjectNode accuracy = to.putObject("accuracy");
                            accuracy.put("value", share.value());
                            IntervalCodec.put(accuracy, share.interval());
                        },
                        () -> to.putNull("accuracy"));
        Json.putReal(to, "stepsByLarge", run.largeShare());
        ObjectNode tokens = to.putObject("tokens");
        for (Writer writer : List.of(Writer.values())) {
            Json.putReal(tokens, Json.word(writer), run.tokensEach(writer));
        }
        to.put("cachedTokens", run.cachedTokens());
        Json.putReal(to, "seconds", run.secondsEach());
        to.put("timed", run.timed());
    }

    private static void put(ObjectNode to, Throughput rate) {
        to.put("parallel", rate.parallel()).put("questions", rate.questions());
        to.put("seconds", rate.nanos() / 1e9);
        to.put("questionsPerMinute", rate.questionsPerMinute());
        to.put("tokensPerSecond", rate.tokensPerSecond());
    }
}

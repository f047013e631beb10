package dev.glimprouter.eval.runner;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.eval.run.RunWriter;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.Environment;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The run files of an evaluation, one for each strategy, open for writing. Thread safe. */
final class OpenRuns implements AutoCloseable {

    private final Map<Contestant, RunWriter> writers = new LinkedHashMap<>();

    private OpenRuns() {}

    /**
     * Begins the files, or goes on with them.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if one cannot be
     */
    static OpenRuns of(
            EvaluationPlan plan,
            Map<Writer, Engine> engines,
            String grading,
            OffsetDateTime startedAt) {
        OpenRuns runs = new OpenRuns();
        try {
            for (Contestant contestant : plan.contestants()) {
                RunHeader header = header(plan, contestant, engines, grading, startedAt);
                runs.writers.put(contestant, RunWriter.open(plan.file(contestant), header));
            }
            return runs;
        } catch (RuntimeException failure) {
            runs.close();
            throw failure;
        }
    }

    private static RunHeader header(
            EvaluationPlan plan,
            Contestant contestant,
            Map<Writer, Engine> engines,
            String grading,
            OffsetDateTime startedAt) {
        Map<Writer, EngineInfo> models = new EnumMap<>(Writer.class);
        for (Writer writer : contestant.models()) {
            Engine engine = engines.get(writer);
            if (engine != null) {
                models.put(writer, engine.info());
            }
        }
        return new RunHeader(
                RunHeader.VERSION,
                startedAt,
                Environment.current(),
                plan.data(),
                plan.prompting(),
                grading,
                contestant.strategy().name(),
                contestant.config(),
                plan.repeats(),
                models);
    }

    /** The turns that are not in the files yet. */
    List<Turn> left(List<Turn> turns) {
        return turns.stream().filter(turn -> !writer(turn.contestant()).has(turn.key())).toList();
    }

    /** Whether a strategy's file has an entry. */
    boolean isBegun(Contestant contestant) {
        return writer(contestant).entries() > 0;
    }

    /** How the strategies are doing by what is in the files. */
    List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        writers.forEach(
                (contestant, writer) ->
                        standings.add(
                                writer.finished().values().stream()
                                        .reduce(
                                                Standing.none(contestant.name()),
                                                Standing::plus,
                                                (a, _) -> a)));
        return standings;
    }

    /** What of the machine or its Java is other than where files were begun. */
    List<String> machineChanges() {
        return writers.values().stream()
                .flatMap(writer -> writer.machineChanges().stream())
                .distinct()
                .toList();
    }

    void append(Contestant contestant, RunEntry entry) {
        writer(contestant).append(entry);
    }

    private RunWriter writer(Contestant contestant) {
        RunWriter writer = writers.get(contestant);
        if (writer == null) {
            throw new IllegalArgumentException(contestant + " does not take part");
        }
        return writer;
    }

    @Override
    public void close() {
        writers.values().forEach(RunWriter::close);
    }
}

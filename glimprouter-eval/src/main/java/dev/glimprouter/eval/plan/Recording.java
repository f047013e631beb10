package dev.glimprouter.eval.plan;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunReader;
import dev.glimprouter.eval.run.SystemName;
import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.question.Role;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.trace.Outcome;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.TraceHeader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Answered questions under one strategy and its rules.
 *
 * @param system what reports call the strategy under its rules
 * @param strategy its name
 * @param config the rules
 * @param models names of the models that took part
 * @param questions the questions, in the order in which they were answered
 */
record Recording(
        String system,
        String strategy,
        RouterConfig config,
        Map<Writer, String> models,
        List<Recorded> questions) {

    /** Copies the lists. */
    Recording {
        models = Map.copyOf(models);
        questions = List.copyOf(questions);
    }

    /**
     * Reads a run file; questions without an answer are left out.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    static Recording ofRun(Path file) {
        try (RunReader reader = RunReader.open(file)) {
            List<Recorded> questions = new ArrayList<>();
            while (reader.hasNext()) {
                RunEntry entry = reader.next();
                if (entry.grade().isPresent()) {
                    questions.add(recorded(entry));
                }
            }
            return new Recording(
                    reader.header().system(),
                    reader.header().strategy(),
                    reader.header().config(),
                    names(reader.header().models()),
                    questions);
        }
    }

    private static Recorded recorded(RunEntry entry) {
        return TraceFold.of(
                entry.trace(),
                entry.hash(),
                entry.isTimed() ? OptionalDouble.of(entry.seconds()) : OptionalDouble.empty());
    }

    /**
     * Reads a trace file of {@code ask}; without a question if it did not finish.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    static Recording ofTrace(Path file) {
        Trace trace = Trace.read(file);
        TraceHeader header = trace.header();
        boolean finished = trace.summary().outcome() == Outcome.FINISHED;
        return new Recording(
                SystemName.of(header.strategy(), header.config()),
                header.strategy(),
                header.config(),
                names(header.models()),
                finished ? List.of(recorded(trace)) : List.of());
    }

    private static Recorded recorded(Trace trace) {
        String text =
                trace.header().question().messages().stream()
                        .filter(message -> message.role() == Role.USER)
                        .map(message -> message.content())
                        .collect(Collectors.joining("\n"));
        return TraceFold.of(
                trace,
                Sha256.of(text.strip().replaceAll("\\s+", " ")),
                OptionalDouble.of(trace.summary().nanos() / 1e9));
    }

    private static Map<Writer, String> names(Map<Writer, EngineInfo> models) {
        Map<Writer, String> names = new EnumMap<>(Writer.class);
        models.forEach((writer, model) -> names.put(writer, model.model()));
        return names;
    }

    /** Checksums of its questions. */
    Set<String> hashes() {
        return questions.stream().map(Recorded::hash).collect(Collectors.toSet());
    }

    /** The questions whose seconds say something. */
    List<Recorded> timed() {
        return questions.stream().filter(Recorded::isTimed).toList();
    }

    /** The same with those questions only for which a condition holds. */
    Recording filtered(Predicate<Recorded> keep) {
        return with(questions.stream().filter(keep).toList());
    }

    /** The same with more questions. */
    Recording plus(Recording other) {
        List<Recorded> all = new ArrayList<>(questions);
        all.addAll(other.questions);
        return with(all);
    }

    private Recording with(List<Recorded> others) {
        return new Recording(system, strategy, config, models, others);
    }
}

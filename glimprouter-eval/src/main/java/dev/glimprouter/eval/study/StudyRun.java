package dev.glimprouter.eval.study;

import dev.glimprouter.engine.Embedder;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.internal.lines.LineWriter;
import dev.glimprouter.eval.run.RunData;
import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.eval.runner.Marking;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;
import dev.glimprouter.trace.Environment;
import dev.glimprouter.trace.internal.Json;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Studies the questions of a plan, one after the other, and writes a line of each. What the file
 * holds already is not asked again.
 */
public final class StudyRun {

    private static final LineWriter.Form<String, Boolean> FORM =
            new LineWriter.Form<>(
                    StudyHeaderCodec.KIND,
                    from -> StudyHeaderCodec.encode(StudyHeaderCodec.decode(from)),
                    StudyEntryCodec::key,
                    from -> from.has("grade"));

    private final StudyPlan plan;
    private final Map<Writer, Engine> engines;
    private final Marking marking;
    private final Time time;
    private final Clock clock;

    /**
     * A run.
     *
     * @param engines both models
     * @param marking grades answers
     * @param time measures and pauses
     * @param clock tells the wall-clock time in the header, in its own zone
     */
    public StudyRun(
            StudyPlan plan, Map<Writer, Engine> engines, Marking marking, Time time, Clock clock) {
        this.plan = plan;
        this.engines = Map.copyOf(engines);
        this.marking = marking;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Studies what is left to study. Where the model that is to embed cannot, similarities are
     * missing, and the header says so.
     *
     * @throws CancelledException if {@code cancellation} was requested first; what was finished is
     *     in the file, and the same again goes on
     * @throws dev.glimprouter.error.GlimpRouterException if the file cannot be opened or written,
     *     or no question can be asked
     */
    public void run(StudyListener listener, Cancellation cancellation) {
        Optional<Embedder> embedder = plan.rules().embedder().flatMap(this::embedder);
        try {
            run(embedder, listener, cancellation);
        } finally {
            embedder.ifPresent(Embedder::close);
        }
    }

    private Optional<Embedder> embedder(Writer writer) {
        return Optional.ofNullable(engines.get(writer)).flatMap(Engine::embedder);
    }

    private void run(
            Optional<Embedder> embedder, StudyListener listener, Cancellation cancellation) {
        StudyRules rules = embedder.isPresent() ? plan.rules() : plan.rules().withoutEmbedder();
        List<Problem> problems = plan.dataset().problems();
        try (LineWriter<String, Boolean> file =
                LineWriter.open(
                        plan.file(),
                        FORM,
                        StudyHeaderCodec.encode(
                                new StudyHeader(StudyHeader.VERSION, header(), rules)))) {
            QuestionStudy asking = new QuestionStudy(plan, engines, marking, embedder, time);
            if (!file.machineChanges().isEmpty()) {
                listener.moved(file.machineChanges());
            }
            listener.started(file.entries(), problems.size());
            for (Problem problem : problems) {
                if (!file.has(problem.id())) {
                    boolean begun = file.finished().containsValue(true);
                    StudyEntry entry = asking.of(problem, begun, cancellation);
                    file.append(
                            entry.problem(),
                            entry.grade().isPresent(),
                            Json.line(StudyEntryCodec.encode(entry)));
                    listener.finished(entry, file.entries(), problems.size());
                }
            }
        }
    }

    private RunHeader header() {
        Map<Writer, EngineInfo> models = new EnumMap<>(Writer.class);
        engines.forEach((writer, engine) -> models.put(writer, engine.info()));
        return new RunHeader(
                RunHeader.VERSION,
                OffsetDateTime.now(clock),
                Environment.current(),
                RunData.of(plan.dataset(), plan.selection()),
                plan.prompting(),
                marking.name(),
                plan.base().strategy().name(),
                plan.base().config(),
                1,
                models);
    }
}

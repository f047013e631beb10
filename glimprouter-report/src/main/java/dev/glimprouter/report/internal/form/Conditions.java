package dev.glimprouter.report.internal.form;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.run.RunData;
import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.figures.SystemFigures;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.trace.Environment;
import dev.glimprouter.trace.TraceHeader;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Under which conditions all was measured, as labels and what there is to say. */
public final class Conditions {

    private final Map<String, String> lines = new LinkedHashMap<>();

    private Conditions() {}

    /** The lines, in order. */
    public static Map<String, String> of(Figures figures) {
        Conditions conditions = new Conditions();
        figures.trace()
                .ifPresentOrElse(
                        sample -> conditions.trace(sample.trace().header()),
                        () -> conditions.runs(figures));
        conditions.add(
                "files",
                figures.systems().stream()
                        .map(SystemFigures::file)
                        .collect(Collectors.joining(", ")));
        return conditions.lines;
    }

    private void add(String label, String value) {
        if (!value.isBlank()) {
            lines.put(label, value);
        }
    }

    private void runs(Figures figures) {
        List<RunHeader> headers = figures.headers();
        RunData data = headers.getFirst().data();
        add("dataset", "%s, sha256 %s".formatted(data.name(), data.sha256()));
        add("task", Words.of(data.task()));
        add("questions", said(headers, Conditions::questions));
        add("about the questions", String.join("; ", data.notes()));
        add("instruction", said(headers, header -> header.prompting().instruction()));
        add("request", said(headers, header -> header.prompting().request()));
        add("grading", said(headers, RunHeader::grading));
        add("sampling", said(headers, header -> sampling(header.config())));
        add("limits", said(headers, header -> limits(header.config())));
        add("models", models(headers));
        add("machine", said(figures.systems(), Conditions::machines));
        add("begun", said(headers, header -> header.startedAt().toString()));
    }

    private void trace(TraceHeader header) {
        add(
                "instruction",
                header.question().messages().stream()
                        .filter(message -> message.role() == Role.SYSTEM)
                        .map(Message::content)
                        .collect(Collectors.joining("; ")));
        add("sampling", sampling(header.config()));
        add("limits", limits(header.config()));
        add("models", models(header.models()));
        add("machine", machine(header.environment()));
        add("begun", header.startedAt().toString());
    }

    /** What holds for all, or what holds for each by its number. */
    private static <T> String said(List<T> of, Function<T, String> value) {
        List<String> all = of.stream().map(value).toList();
        if (all.stream().distinct().count() == 1) {
            return all.getFirst();
        }
        return IntStream.range(0, all.size())
                .mapToObj(i -> "%d: %s".formatted(i + 1, all.get(i)))
                .collect(Collectors.joining("; "));
    }

    private static String questions(RunHeader header) {
        int count = header.data().questions();
        return "%s, %s each"
                .formatted(
                        Numbers.count(count, "question", "questions"),
                        Numbers.count(header.repeats(), "time", "times"));
    }

    private static String sampling(RouterConfig config) {
        Sampling sampling = config.sampling();
        return "temperature %s, top-p %s, top-k %s, min-p %s, seed %d"
                .formatted(
                        Numbers.plain(sampling.temperature()),
                        Numbers.plain(sampling.topP()),
                        sampling.topK() == 0 ? "off" : Integer.toString(sampling.topK()),
                        Numbers.plain(sampling.minP()),
                        config.seed());
    }

    private static String limits(RouterConfig config) {
        return "%d tokens a step, %d of reasoning, %d of answer; %s mode"
                .formatted(
                        config.stepLimit(),
                        config.budget(),
                        config.answerLimit(),
                        Words.of(config.mode()));
    }

    /** Strategies that need only one model may stand beside others. */
    private static String models(List<RunHeader> headers) {
        Map<Writer, EngineInfo> all = new EnumMap<>(Writer.class);
        headers.forEach(header -> all.putAll(header.models()));
        return headers.stream().allMatch(header -> isPartOf(all, header.models()))
                ? models(all)
                : said(headers, header -> models(header.models()));
    }

    private static boolean isPartOf(Map<Writer, EngineInfo> all, Map<Writer, EngineInfo> models) {
        return all.entrySet().containsAll(models.entrySet());
    }

    private static String models(Map<Writer, EngineInfo> models) {
        return new TreeMap<>(models)
                .entrySet().stream()
                        .map(entry -> Words.of(entry.getKey()) + ": " + model(entry.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static String model(EngineInfo info) {
        return "%s (%s %s)".formatted(info.model(), info.engine(), info.build());
    }

    private static String machines(SystemFigures system) {
        return system.machines().stream()
                .map(Conditions::machine)
                .collect(Collectors.joining("; then "));
    }

    private static String machine(Environment machine) {
        return "%s, %s, %s, Java %s, GlimpRouter %s"
                .formatted(
                        machine.os(),
                        machine.arch(),
                        Numbers.count(machine.cores(), "core", "cores"),
                        machine.java(),
                        machine.glimprouter());
    }
}

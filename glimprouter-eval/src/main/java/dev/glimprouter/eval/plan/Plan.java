package dev.glimprouter.eval.plan;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.PairedRatio;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.Strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What strategies would take, and whether routing pays.
 *
 * @param scenarios one for each set of speeds
 * @param fit how well fitted speeds foretell questions that were left out; empty where none were
 *     timed
 * @param checks foretold and measured seconds of other questions
 * @param notes what a reader should know
 */
public record Plan(
        List<Scenario> scenarios,
        Optional<FitQuality> fit,
        List<CheckRow> checks,
        List<String> notes) {

    private static final String LARGE = "large";

    /** Copies the lists. */
    public Plan {
        scenarios = List.copyOf(scenarios);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    /**
     * Plans.
     *
     * @throws RequestException if a strategy cannot be told from the recordings, or a speed that it
     *     needs is not known
     */
    public static Plan of(Recordings recordings, PlanRequest request) {
        Planner planner = new Planner(recordings, request.assumptions());
        Workload large =
                planner.of(Contestant.parse(LARGE, recordings.config().withSpeculative(false)));
        Map<String, Workload> workloads = new LinkedHashMap<>();
        for (Contestant one : request.strategies()) {
            workloads.put(one.name(), planner.of(one));
        }
        requireSpeeds(request, workloads.values().stream().map(Workload::mean).toList());
        requireSpeeds(request, List.of(large.mean()));
        Set<String> sources = new LinkedHashSet<>();
        List<Scenario> scenarios = new ArrayList<>();
        for (Speeds speeds : request.scenarios()) {
            List<Forecast> forecasts =
                    Forecast.of(
                            workloads,
                            large,
                            speeds,
                            request.prices(),
                            new Bootstrap(request.seed()));
            scenarios.add(
                    new Scenario(
                            speeds,
                            forecasts,
                            conclusions(recordings, request, forecasts, large, speeds)));
        }
        workloads.values().stream()
                .filter(one -> one.basis() != Basis.RECORDED)
                .forEach(one -> sources.add(one.source()));
        return new Plan(
                scenarios, FitQuality.of(recordings.observations()), List.of(), notes(sources));
    }

    private static void requireSpeeds(PlanRequest request, List<Work> works) {
        for (Speeds speeds : request.scenarios()) {
            for (Work work : works) {
                if (Double.isNaN(speeds.of(work).total())) {
                    throw new RequestException(missing(speeds));
                }
            }
        }
    }

    private static String missing(Speeds speeds) {
        String what =
                List.of(Writer.SMALL, Writer.LARGE).stream()
                        .flatMap(writer -> missing(writer, speeds.of(writer)).stream())
                        .findFirst()
                        .orElse("how fast the models are");
        return "It is not known %s: time runs with --parallel 1, or give it, for one by --speeds with a file of doctor --json."
                .formatted(what);
    }

    private static List<String> missing(Writer writer, Pace pace) {
        List<String> what = new ArrayList<>();
        String name = writer == Writer.SMALL ? "small" : LARGE;
        if (Double.isNaN(pace.decodeSeconds())) {
            what.add("how fast %s decodes".formatted(name));
        }
        if (Double.isNaN(pace.promptSeconds())) {
            what.add("how fast %s reads".formatted(name));
        }
        return what;
    }

    private static List<Conclusion> conclusions(
            Recordings recordings,
            PlanRequest request,
            List<Forecast> forecasts,
            Workload large,
            Speeds speeds) {
        List<Conclusion> all = new ArrayList<>();
        for (int i = 0; i < forecasts.size(); i++) {
            Forecast one = forecasts.get(i);
            Strategy strategy = request.strategies().get(i).strategy();
            Optional<PairedRatio> against = one.against();
            if (against.isPresent() && strategy.writers().contains(Writer.SMALL)) {
                List<Work> thresholds =
                        strategy instanceof ProbeThenDispatch
                                ? thresholds(recordings, one.source())
                                : List.of();
                BreakEven even = BreakEven.of(one.work(), large.mean(), thresholds, speeds);
                all.add(Conclusion.of(one, against.get(), even, speeds));
            }
        }
        return all;
    }

    private static List<Work> thresholds(Recordings recordings, String source) {
        return recordings.of(source)
                .filter(one -> one.questions().stream().allMatch(q -> q.route().glimpsedThroughout()))
                .map(Thresholds::of)
                .orElse(List.of());
    }

    private static List<String> notes(Set<String> sources) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Seconds are those of one question at a time; intervals are over questions, with the speeds taken as known.");
        if (!sources.isEmpty()) {
            notes.add(
                    "Strategies that were not run decide about the recorded steps of %s, whose path is taken as unchanged; a step that another model writes gets as much longer or shorter as that model's steps are."
                            .formatted(String.join("; ", sources)));
        }
        return notes;
    }

    /** The same with predictions that were held against other questions. */
    public Plan with(List<CheckRow> rows, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Plan(scenarios, fit, rows, all);
    }
}

package dev.glimprouter.eval.plan;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.PairedRatio;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.Strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a plan. */
final class PlanMaker {

    static final String LARGE = "large";

    private final Recordings recordings;
    private final PlanRequest request;
    private final Workload large;
    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final Map<String, List<Work>> thresholds = new HashMap<>();

    PlanMaker(Recordings recordings, PlanRequest request) {
        this.recordings = recordings;
        this.request = request;
        Planner planner = new Planner(recordings, request.assumptions());
        this.large =
                planner.of(Contestant.parse(LARGE, recordings.config().withSpeculative(false)));
        for (Contestant one : request.strategies()) {
            workloads.put(one.name(), planner.of(one));
        }
    }

    Plan plan() {
        List<Scenario> scenarios = request.scenarios().stream().map(this::scenario).toList();
        return new Plan(scenarios, FitQuality.of(recordings.observations()), List.of(), notes());
    }

    private Scenario scenario(Speeds speeds) {
        requireKnown(speeds);
        List<Forecast> forecasts =
                workloads.values().stream()
                        .map(
                                one ->
                                        Forecast.of(
                                                one,
                                                large,
                                                speeds,
                                                request.prices(),
                                                new Bootstrap(request.seed())))
                        .toList();
        List<Conclusion> reading = new ArrayList<>();
        for (int i = 0; i < forecasts.size(); i++) {
            conclusion(request.strategies().get(i).strategy(), forecasts.get(i), speeds)
                    .ifPresent(reading::add);
        }
        return new Scenario(speeds, forecasts, reading);
    }

    private Optional<Conclusion> conclusion(Strategy strategy, Forecast one, Speeds speeds) {
        Optional<PairedRatio> against = one.against();
        if (against.isEmpty() || !strategy.writers().contains(Writer.SMALL)) {
            return Optional.empty();
        }
        List<Work> others =
                strategy instanceof ProbeThenDispatch
                        ? thresholds.computeIfAbsent(one.source(), this::thresholds)
                        : List.of();
        BreakEven even = BreakEven.of(one.work(), large.mean(), others, speeds);
        return Optional.of(Conclusion.of(one, against.get(), even, speeds));
    }

    private List<Work> thresholds(String source) {
        return recordings
                .of(source)
                .filter(
                        one ->
                                one.questions().stream()
                                        .allMatch(each -> each.route().glimpsedThroughout()))
                .map(Thresholds::of)
                .orElse(List.of());
    }

    private void requireKnown(Speeds speeds) {
        boolean known =
                Double.isFinite(speeds.of(large.mean()).total())
                        && workloads.values().stream()
                                .allMatch(one -> Double.isFinite(speeds.of(one.mean()).total()));
        if (!known) {
            throw new RequestException(
                    "It is not known %s: time runs with --parallel 1, or give it, for one by --speeds with a file of doctor --json."
                            .formatted(missing(speeds)));
        }
    }

    private static String missing(Speeds speeds) {
        for (Writer writer : Writer.values()) {
            if (Double.isNaN(speeds.of(writer).decodeSeconds())) {
                return "how fast %s decodes".formatted(Words.of(writer));
            }
            if (Double.isNaN(speeds.of(writer).promptSeconds())) {
                return "how fast %s reads".formatted(Words.of(writer));
            }
        }
        return "how fast the models are";
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        int disturbed = recordings.timed() - recordings.observations().size();
        if (disturbed > 0) {
            notes.add(
                    "%d of %d timed questions were disturbed: a model wrote more than three times as slowly as in the median one. They tell no speed."
                            .formatted(disturbed, recordings.timed()));
        }
        notes.add(
                "Seconds are those of one question at a time; intervals are over questions, with the speeds taken as known.");
        String sources =
                workloads.values().stream()
                        .filter(one -> one.basis() != Basis.RECORDED)
                        .map(Workload::source)
                        .distinct()
                        .collect(Collectors.joining(" and "));
        if (!sources.isEmpty()) {
            notes.add(
                    "Strategies that were not run decide about the recorded steps of %s, whose path is taken as unchanged; a step that another model writes gets as much longer or shorter as that model's steps are."
                            .formatted(sources));
        }
        workloads.values().stream()
                .flatMap(one -> one.assumed().stream())
                .distinct()
                .forEach(phrase -> notes.add("Assumed: %s.".formatted(phrase)));
        return notes;
    }
}

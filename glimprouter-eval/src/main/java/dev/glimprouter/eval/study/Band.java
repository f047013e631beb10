package dev.glimprouter.eval.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A quarter of the steps, by H_init.
 *
 * @param from least H_init in it, in nats
 * @param to greatest, in nats
 * @param steps how many steps
 * @param means of the other signals, over the steps that have them; none where no step has
 */
public record Band(double from, double to, int steps, Map<Signal, Double> means) {

    private static final int QUARTERS = 4;

    /** Copies the map. */
    public Band {
        means = Map.copyOf(means);
    }

    /** Four, from low to high; none for fewer than 4 steps with H_init. */
    static List<Band> of(List<PlacedStep> steps) {
        List<StudiedStep> sorted =
                steps.stream()
                        .map(PlacedStep::step)
                        .filter(step -> step.hInit().isPresent())
                        .sorted(Comparator.comparingDouble(step -> step.hInit().orElseThrow()))
                        .toList();
        if (sorted.size() < QUARTERS) {
            return List.of();
        }
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < QUARTERS; i++) {
            bands.add(of(sorted, sorted.size() * i / QUARTERS, sorted.size() * (i + 1) / QUARTERS));
        }
        return List.copyOf(bands);
    }

    private static Band of(List<StudiedStep> sorted, int from, int to) {
        List<StudiedStep> part = sorted.subList(from, to);
        Map<Signal, Double> means = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            part.stream()
                    .filter(step -> signal.of(step).isPresent())
                    .mapToDouble(step -> signal.of(step).orElseThrow())
                    .average()
                    .ifPresent(mean -> means.put(signal, mean));
        }
        return new Band(
                part.getFirst().hInit().orElseThrow(),
                part.getLast().hInit().orElseThrow(),
                part.size(),
                means);
    }
}

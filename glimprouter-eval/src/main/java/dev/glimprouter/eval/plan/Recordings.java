package dev.glimprouter.eval.plan;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.trace.TraceHeader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that was recorded of one pair of models, by system; immutable. */
public final class Recordings {

    private static final int HEAD_BYTES = 64;

    private final Map<String, Recording> bySystem;

    private Recordings(Map<String, Recording> bySystem) {
        this.bySystem = bySystem;
    }

    /**
     * Reads run files, and traces of single questions. Several of one system count together.
     *
     * @throws RequestException if one cannot be read, they are of different models, or no question
     *     in them was answered
     */
    public static Recordings read(List<Path> files) {
        Map<String, Recording> all = new LinkedHashMap<>();
        Map<Writer, String> models = new EnumMap<>(Writer.class);
        for (Path file : files) {
            Recording one = isTrace(file) ? Recording.ofTrace(file) : Recording.ofRun(file);
            one.models().forEach((writer, name) -> requireSame(models, writer, name, file));
            all.merge(one.system(), one, Recording::plus);
        }
        all.values().removeIf(recording -> recording.questions().isEmpty());
        if (all.isEmpty()) {
            throw new RequestException("Nothing was answered in these runs: record some first.");
        }
        return new Recordings(all);
    }

    private static boolean isTrace(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8)
                    .contains(TraceHeader.SCHEMA);
        } catch (IOException unreadable) {
            return false; // the reader of runs says why
        }
    }

    private static void requireSame(
            Map<Writer, String> models, Writer writer, String name, Path file) {
        String before = models.putIfAbsent(writer, name);
        if (before != null && !before.equals(name)) {
            throw new RequestException(
                    "%s is of another model (%s) than the files before it (%s): plan each pair by itself."
                            .formatted(file, name, before));
        }
    }

    /** What reports call the recorded systems, in the order of the files. */
    public List<String> systems() {
        return List.copyOf(bySystem.keySet());
    }

    /** The rules of the first of them. */
    public RouterConfig config() {
        return all().iterator().next().config();
    }

    /** What the models are called. */
    public Map<Writer, String> models() {
        Map<Writer, String> models = new EnumMap<>(Writer.class);
        all().forEach(recording -> models.putAll(recording.models()));
        return models;
    }

    /** How many recorded questions and repeats were asked alone. */
    public int timed() {
        return all().stream().mapToInt(recording -> recording.timed().size()).sum();
    }

    /** Speeds by the phases of the timed ones; what none of them tells is not known. */
    public Speeds speeds() {
        return SpeedFit.of(observations());
    }

    Collection<Recording> all() {
        return bySystem.values();
    }

    Optional<Recording> of(String system) {
        return Optional.ofNullable(bySystem.get(system));
    }

    Set<String> hashes() {
        Set<String> hashes = new HashSet<>();
        all().forEach(recording -> hashes.addAll(recording.hashes()));
        return hashes;
    }

    /** Timed questions and repeats that nothing disturbed. */
    List<Recorded> observations() {
        List<Recorded> timed = new ArrayList<>();
        all().forEach(recording -> timed.addAll(recording.timed()));
        return Disturbance.without(timed);
    }

    /** The same without questions of these texts; systems of which nothing is left are dropped. */
    Recordings without(Set<String> hashes) {
        return new Recordings(
                all().stream()
                        .map(one -> one.filtered(each -> !hashes.contains(each.hash())))
                        .filter(one -> !one.questions().isEmpty())
                        .collect(
                                Collectors.toMap(
                                        Recording::system,
                                        one -> one,
                                        Recording::plus,
                                        LinkedHashMap::new)));
    }
}

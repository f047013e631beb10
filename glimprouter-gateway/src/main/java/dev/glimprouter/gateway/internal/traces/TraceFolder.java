package dev.glimprouter.gateway.internal.traces;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.gateway.TraceKeep;
import dev.glimprouter.trace.TraceWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of trace files. Their names begin with the time, so that they sort by it. Thread safe.
 */
public final class TraceFolder {

    private static final String SUFFIX = ".jsonl";
    private static final Pattern ID = Pattern.compile("[0-9]{8}-[A-Za-z0-9._-]{1,120}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final Clock clock;
    private final Consumer<RuntimeException> broken;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, LiveTrace> live = new ConcurrentHashMap<>();
    private final OldTraces old;
    private volatile TraceKeep keep;

    private TraceFolder(
            Path folder, TraceKeep keep, Clock clock, Consumer<RuntimeException> broken) {
        this.folder = folder;
        this.keep = keep;
        this.clock = clock;
        this.broken = broken;
        this.old = new OldTraces(() -> ids().sorted().map(this::path).toList());
        sweep();
    }

    /**
     * Opens a folder, made where it is missing, and deletes what is not to be kept.
     *
     * @param broken hears of traces that could not be written or deleted; their questions go on
     * @throws SetupException if it cannot be made
     */
    public static TraceFolder open(
            Path folder, TraceKeep keep, Clock clock, Consumer<RuntimeException> broken) {
        try {
            return new TraceFolder(Files.createDirectories(folder), keep, clock, broken);
        } catch (IOException e) {
            throw new SetupException(
                    "Traces cannot be written to %s (%s): name another folder."
                            .formatted(folder, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** From now on these stay. */
    public void keep(TraceKeep traces) {
        keep = traces;
        sweep();
    }

    private void sweep() {
        try {
            old.sweep(keep, clock.instant(), file -> live.containsKey(id(file)));
        } catch (IOException e) {
            broken.accept(
                    new SetupException(
                            "Old traces cannot be deleted from %s (%s): look at its permissions."
                                    .formatted(folder, e.getClass().getSimpleName()),
                            e));
        }
    }

    /**
     * Writes the trace of one answer, from its first event on.
     *
     * @param requestId letters, digits, dots, hyphens and underscores
     */
    public RouteListener trace(String requestId) {
        return new RouteListener() {
            private RouteListener begun = _ -> {};

            @Override
            public void on(RouteEvent event) {
                if (event instanceof RouteEvent.Started) {
                    begun = begin(requestId);
                }
                begun.on(event);
            }
        };
    }

    private RouteListener begin(String requestId) {
        String id =
                "%s-%06d-%s"
                        .formatted(
                                TIME.format(
                                        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)),
                                count.incrementAndGet(),
                                requestId);
        try {
            LiveTrace trace =
                    new LiveTrace(TraceWriter.open(path(id), clock), () -> live.remove(id), broken);
            live.put(id, trace);
            old.add(path(id));
            sweep();
            return trace;
        } catch (SetupException unwritable) {
            broken.accept(unwritable);
            return _ -> {};
        }
    }

    /** The file of a trace; empty if there is none. */
    public Optional<Path> file(String id) {
        return ID.matcher(id).matches()
                ? Optional.of(path(id)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    private Path path(String id) {
        return folder.resolve(id + SUFFIX);
    }

    private static String id(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** A trace while it is being written. */
    public Optional<LiveTrace> live(String id) {
        return Optional.ofNullable(live.get(id));
    }

    /** The newest traces, the newest one first. */
    public List<String> newest(int most) {
        return ids().sorted(Comparator.reverseOrder()).limit(most).toList();
    }

    private Stream<String> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .map(TraceFolder::id)
                    .filter(id -> ID.matcher(id).matches())
                    .toList()
                    .stream();
        } catch (IOException gone) {
            return Stream.empty();
        }
    }
}

package dev.glimprouter.cli.config;

import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.NearestName;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The timeouts by name. */
public final class TimeoutNames {

    /** How one sets each. */
    static final Map<String, BiFunction<Timeouts, Duration, Timeouts>> ALL = all();

    private TimeoutNames() {}

    private static Map<String, BiFunction<Timeouts, Duration, Timeouts>> all() {
        Map<String, BiFunction<Timeouts, Duration, Timeouts>> all = new LinkedHashMap<>();
        all.put("connect", Timeouts::withConnect);
        all.put("first-token", Timeouts::withFirstToken);
        all.put("idle", Timeouts::withIdle);
        all.put("total", Timeouts::withTotal);
        return all;
    }

    /**
     * The same with one changed.
     *
     * @throws RequestException if the name is unknown or the time is none
     */
    public static Timeouts with(Timeouts base, String name, String time) {
        BiFunction<Timeouts, Duration, Timeouts> with = ALL.get(name);
        if (with == null) {
            throw new RequestException(
                    "There is no timeout '%s': %s"
                            .formatted(name, NearestName.hint(List.copyOf(ALL.keySet()), name)));
        }
        return with.apply(base, Spans.parse(time));
    }
}

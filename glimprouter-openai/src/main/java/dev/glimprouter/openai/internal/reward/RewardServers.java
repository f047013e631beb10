package dev.glimprouter.openai.internal.reward;

import dev.glimprouter.engine.Secret;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.openai.internal.session.Address;
import dev.glimprouter.strategy.ProcessReward;
import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Opens reward models by their addresses.
 *
 * @param time measures timeouts
 * @param clock tells the date
 * @param environment variables by name, null for what is not set
 */
public record RewardServers(
        Time time, InstantSource clock, UnaryOperator<@Nullable String> environment) {

    /** Holds the key, where the server wants one. */
    static final String KEY = "GLIMPROUTER_REWARD_KEY";

    /** A rating is one short read; whoever takes longer costs the draft. */
    private static final Duration MOST = Duration.ofMinutes(1);

    /** The model at an address; empty if that is not one of HTTP. */
    public Optional<ProcessReward> open(URI address) {
        String scheme = address.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            return Optional.empty();
        }
        String text = address.toString();
        int mark = text.indexOf('#');
        URI base = Address.base(URI.create(mark < 0 ? text : text.substring(0, mark)));
        String model = mark < 0 ? "" : text.substring(mark + 1);
        Transport transport = new Transport(List.of(base), model, settings(), time, clock);
        return Optional.of(new ServedReward(transport, base, model));
    }

    private ServerSettings settings() {
        ServerSettings usual =
                ServerSettings.DEFAULT.withTimeouts(Timeouts.DEFAULT.withTotal(MOST));
        return environment.apply(KEY) == null
                ? usual
                : usual.withKey(Secret.of("env:" + KEY, environment));
    }
}

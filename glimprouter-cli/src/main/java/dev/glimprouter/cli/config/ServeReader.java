package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.gateway.ApiKeys;
import dev.glimprouter.gateway.Bounds;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Load;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.gateway.Profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the sections about serving others. */
final class ServeReader {

    private static final int KIBIBYTE = 1024;
    private static final int MOST_KEYS_KIBIBYTES = 256;

    private ServeReader() {}

    static ServeConfig read(Section file) {
        ServeConfig usual = ServeConfig.USUAL;
        ServeConfig served = file.section("serve", ServeReader::serve).orElse(usual);
        Map<String, Profile> profiles =
                file.section("profiles", all -> all.sections(ServeReader::profile))
                        .orElse(Map.of());
        return new ServeConfig(served.settings(), served.parallel(), served.model(), profiles);
    }

    private static ServeConfig serve(Section from) {
        ServeConfig usual = ServeConfig.USUAL;
        GatewaySettings settings = usual.settings();
        settings = from.change(settings, "host", Function.identity(), GatewaySettings::withHost);
        settings = from.change(settings, "port", Numbers::whole, GatewaySettings::withPort);
        settings =
                from.change(settings, "keep-alive", Spans::parse, GatewaySettings::withKeepAlive);
        settings = from.change(settings, "drain", Spans::parse, GatewaySettings::withDrain);
        settings = settings.withBounds(bounds(from)).withLoad(load(from)).withKeys(keys(from));
        return new ServeConfig(
                settings,
                from.value("parallel", ServeReader::parallel),
                from.value("model", Offer::requireModel).orElse(usual.model()),
                usual.profiles());
    }

    private static int parallel(String text) {
        return Load.DEFAULT.withParallel(Numbers.whole(text)).parallel();
    }

    private static Load load(Section from) {
        Load load = from.change(Load.DEFAULT, "queue", Numbers::whole, Load::withQueue);
        return from.change(load, "patience", Spans::parse, Load::withPatience);
    }

    private static Bounds bounds(Section from) {
        Bounds bounds =
                from.change(
                        Bounds.DEFAULT,
                        "body-kib",
                        text -> Math.multiplyExact(KIBIBYTE, Numbers.whole(text)),
                        Bounds::withBodyBytes);
        bounds = from.change(bounds, "messages", Numbers::whole, Bounds::withMessages);
        return from.change(bounds, "choices", Numbers::whole, Bounds::withChoices);
    }

    private static ApiKeys keys(Section from) {
        List<String> here = from.texts("keys");
        ApiKeys written = from.check("keys", () -> ApiKeys.of(here));
        Optional<ApiKeys> inFile =
                from.value(
                        "keys-file",
                        file -> {
                            if (!here.isEmpty()) {
                                throw new RequestException("write keys either here or in a file.");
                            }
                            return ApiKeys.of(lines(Path.of(file)));
                        });
        return inFile.orElse(written);
    }

    /** The lines of a file that are neither blank nor comments. */
    private static List<String> lines(Path file) {
        return TextFile.read(file, "keys", MOST_KEYS_KIBIBYTES)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static Profile profile(String name, Section from) {
        from.check(() -> Offer.requireProfile(name));
        return new Profile(ConfigReader.strategy(from), from.value("budget", ServeReader::budget));
    }

    private static int budget(String text) {
        int tokens = Numbers.whole(text);
        if (tokens < 1) {
            throw new RequestException("at least 1 token, not " + tokens + ".");
        }
        return tokens;
    }
}

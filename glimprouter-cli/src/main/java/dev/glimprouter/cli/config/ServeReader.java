package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.gateway.ApiKeys;
import dev.glimprouter.gateway.Bounds;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Load;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.gateway.Profile;
import dev.glimprouter.gateway.TlsFiles;
import dev.glimprouter.gateway.TraceKeep;
import dev.glimprouter.gateway.TraceShow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the sections about serving others. */
final class ServeReader {

    private static final int KIBIBYTE = 1024;

    private ServeReader() {}

    static ServeConfig read(Section file) {
        ServeConfig usual = ServeConfig.USUAL;
        Map<String, Profile> profiles =
                file.section("profiles", all -> all.sections(ServeReader::profile))
                        .orElse(Map.of());
        return file.section("serve", from -> serve(from, profiles))
                .orElse(
                        new ServeConfig(
                                usual.settings(),
                                usual.parallel(),
                                usual.model(),
                                profiles,
                                usual.accessLog()));
    }

    private static ServeConfig serve(Section from, Map<String, Profile> profiles) {
        ServeConfig usual = ServeConfig.USUAL;
        String model = from.value("model", Offer::requireModel).orElse(usual.model());
        GatewaySettings settings = usual.settings();
        settings = from.change(settings, "host", Function.identity(), GatewaySettings::withHost);
        settings = from.change(settings, "port", Numbers::whole, GatewaySettings::withPort);
        settings =
                from.change(settings, "keep-alive", Spans::parse, GatewaySettings::withKeepAlive);
        settings = from.change(settings, "drain", Spans::parse, GatewaySettings::withDrain);
        settings = settings.withBounds(bounds(from)).withLoad(load(from));
        settings =
                settings.withAccess(
                        AccessReader.read(from, Offer.modelNames(model, profiles.keySet())));
        settings = from.section("tls", ServeReader::tls).map(settings::withTls).orElse(settings);
        ApiKeys keys = settings.access().keys();
        settings =
                from.section("traces", inner -> traces(inner, keys))
                        .map(settings::withTraces)
                        .orElse(settings);
        settings =
                from.section("telemetry", SpanReader::read)
                        .map(settings::withSpans)
                        .orElse(settings);
        return new ServeConfig(
                settings,
                from.value("parallel", ServeReader::parallel),
                model,
                profiles,
                from.value("access-log", ServeReader::target));
    }

    private static int parallel(String text) {
        return Load.DEFAULT.withParallel(Numbers.whole(text)).parallel();
    }

    private static String target(String text) {
        if (text.isBlank()) {
            throw new RequestException("stderr or a file is wanted.");
        }
        return text;
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

    private static TlsFiles tls(Section from) {
        return from.check(() -> new TlsFiles(required(from, "certificate"), required(from, "key")));
    }

    private static Path required(Section from, String key) {
        return from.value(key, Path::of)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        "certificate and key are wanted, two files in PEM."));
    }

    private static TraceShow traces(Section from, ApiKeys keys) {
        Set<String> readers = Set.copyOf(from.texts("readers"));
        from.check("readers", () -> requireKeys(readers, keys));
        TraceKeep keep =
                from.check(
                        () ->
                                new TraceKeep(
                                        from.value("keep", Numbers::whole),
                                        from.value("keep-for", Spans::parse)));
        return from.check(
                () ->
                        new TraceShow(
                                from.value("folder", Path::of)
                                        .orElseThrow(() -> new RequestException("name a folder.")),
                                readers,
                                keep));
    }

    private static Set<String> requireKeys(Set<String> readers, ApiKeys keys) {
        for (String reader : readers) {
            if (!keys.names().contains(reader)) {
                throw new RequestException("there is no key named '%s'.".formatted(reader));
            }
        }
        return readers;
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

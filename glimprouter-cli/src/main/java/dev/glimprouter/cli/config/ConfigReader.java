package dev.glimprouter.cli.config;

import dev.glimprouter.engine.Breaker;
import dev.glimprouter.engine.Retries;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.Models;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads configuration files.
 *
 * <p>Whatever is wrong is a {@link RequestException} that names file, line, column and key.
 */
public final class ConfigReader {

    private static final int MOST_KIBIBYTES = 256;

    private final Models models;

    /** A reader that knows these models. */
    public ConfigReader(Models models) {
        this.models = models;
    }

    /** Reads a file of at most 256 KiB. */
    public Config read(Path file) {
        return read(file.toString(), TextFile.read(file, "configuration", MOST_KIBIBYTES));
    }

    /**
     * Reads a text.
     *
     * @param file what messages call its source
     */
    Config read(String file, String yaml) {
        return Section.whole(YamlReader.read(file, yaml), this::config);
    }

    private Config config(Section from) {
        RoleConfig small = from.section("small", this::role).orElse(RoleConfig.NONE);
        RoleConfig large = from.section("large", this::role).orElse(RoleConfig.NONE);
        Optional<String> pair = from.value("pair", this::pair);
        if (pair.isPresent() && (small.model().isPresent() || large.model().isPresent())) {
            from.check(
                    "pair",
                    () -> {
                        throw new RequestException(
                                "name either a pair, or the models of small and large.");
                    });
        }
        StrategyText written = strategy(from);
        Optional<Calibrated> calibrated =
                from.value("calibrated", file -> calibrated(file, written));
        return new Config(
                pair,
                small,
                large,
                calibrated.map(Calibrated::text).orElse(written),
                rules(from),
                from.value("seed", Numbers::wholeLong),
                engine(from),
                from.value("instruction", Instruction::text),
                ServeReader.read(from),
                calibrated);
    }

    private String pair(String name) {
        return models.catalogue().pair(name).name();
    }

    /** How steps get written, by the keys of a section. */
    static StrategyText strategy(Section from) {
        StrategyText written =
                new StrategyText(
                        from.value("strategy", ConfigReader::strategy),
                        from.value("tau", Function.identity()));
        from.check("tau", written::strategy);
        return written;
    }

    private static Calibrated calibrated(String file, StrategyText written) {
        if (!written.equals(StrategyText.NONE)) {
            throw new RequestException("it brings its own strategy: leave out strategy and tau.");
        }
        return Calibrated.read(Path.of(file));
    }

    private static String strategy(String expression) {
        new StrategyText(Optional.of(expression), Optional.empty()).strategy();
        return expression;
    }

    private static RouterConfig rules(Section from) {
        RouterConfig rules = RouterConfig.DEFAULT.withSampling(sampling(from));
        rules = from.change(rules, "budget", Numbers::whole, RouterConfig::withBudget);
        rules = from.change(rules, "answer-limit", Numbers::whole, RouterConfig::withAnswerLimit);
        rules = from.change(rules, "step-limit", Numbers::whole, RouterConfig::withStepLimit);
        rules = from.change(rules, "deadline", Spans::parse, RouterConfig::withDeadline);
        rules =
                from.change(
                        rules,
                        "on-large-down",
                        word -> Words.constant(LargeDown.class, word),
                        RouterConfig::withLargeDown);
        rules =
                from.change(
                        rules,
                        "mode",
                        word -> Words.constant(Mode.class, word),
                        RouterConfig::withMode);
        rules = from.change(rules, "speculative", Flags::flag, RouterConfig::withSpeculative);
        rules = from.change(rules, "ahead", Flags::flag, RouterConfig::withAhead);
        rules = from.change(rules, "race", Flags::flag, RouterConfig::withRace);
        return from.change(
                rules,
                "glimpse-by",
                word -> Words.constant(GlimpseBy.class, word),
                RouterConfig::withGlimpseBy);
    }

    private static Sampling sampling(Section from) {
        Sampling sampling = Sampling.DEFAULT;
        sampling = from.change(sampling, "temperature", Numbers::real, Sampling::withTemperature);
        sampling = from.change(sampling, "top-p", Numbers::real, Sampling::withTopP);
        sampling = from.change(sampling, "top-k", Numbers::whole, Sampling::withTopK);
        return from.change(sampling, "min-p", Numbers::real, Sampling::withMinP);
    }

    private static EngineConfig engine(Section from) {
        EngineConfig engine = EngineConfig.USUAL;
        engine = from.change(engine, "threads", Numbers::whole, EngineConfig::withThreads);
        engine = from.change(engine, "gpu-layers", Numbers::whole, EngineConfig::withGpuLayers);
        engine = from.change(engine, "context", Numbers::whole, EngineConfig::withContext);
        engine = from.change(engine, "chat-template", Path::of, EngineConfig::withChatTemplate);
        return from.change(engine, "lib-dir", Path::of, EngineConfig::withLibraryDirectory);
    }

    private RoleConfig role(Section from) {
        Optional<ModelRef> model =
                from.isSection("model")
                        ? from.section("model", this::servers)
                        : from.value("model", models::parse);
        ServerSettings usual = ServerSettings.DEFAULT;
        ServerSettings kind =
                from.change(usual, "profile", Function.identity(), ServerValues::withProfile);
        ServerSettings trusting = from.change(kind, "ca", Path::of, ServerValues::withCertificates);
        ServerSettings patient =
                from.section("timeouts", ConfigReader::timeouts)
                        .map(trusting::withTimeouts)
                        .orElse(trusting);
        ServerSettings trying =
                from.section("retries", ConfigReader::retries)
                        .map(patient::withRetries)
                        .orElse(patient);
        ServerSettings settings =
                from.section("breaker", ConfigReader::breaker)
                        .map(trying::withBreaker)
                        .orElse(trying);
        return new RoleConfig(model, settings, from.value("key", KeyReference::new));
    }

    private ModelRef servers(Section from) {
        List<String> replicas = from.texts("replicas");
        String name = from.value("name", text -> "#" + text).orElse("");
        return from.check(
                "replicas",
                () -> {
                    if (models.parse(String.join(",", replicas) + name)
                            instanceof ModelRef.Servers servers) {
                        return servers;
                    }
                    throw new RequestException(
                            "addresses of servers are wanted, such as http://localhost:8080/v1.");
                });
    }

    private static Timeouts timeouts(Section from) {
        Timeouts timeouts = Timeouts.DEFAULT;
        for (var name : TimeoutNames.ALL.entrySet()) {
            timeouts = from.change(timeouts, name.getKey(), Spans::parse, name.getValue());
        }
        return timeouts;
    }

    private static Retries retries(Section from) {
        Retries usual = Retries.DEFAULT;
        var most = from.value("most", Numbers::whole);
        var first = from.value("first", Spans::parse);
        var longest = from.value("longest", Spans::parse);
        return from.check(
                () ->
                        new Retries(
                                most.orElse(usual.most()),
                                first.orElse(usual.first()),
                                longest.orElse(usual.longest())));
    }

    private static Breaker breaker(Section from) {
        Breaker usual = Breaker.DEFAULT;
        var failures = from.value("failures", Numbers::whole);
        var open = from.value("open", Spans::parse);
        var longest = from.value("longest", Spans::parse);
        return from.check(
                () ->
                        new Breaker(
                                failures.orElse(usual.failures()),
                                open.orElse(usual.open()),
                                longest.orElse(usual.longest())));
    }
}

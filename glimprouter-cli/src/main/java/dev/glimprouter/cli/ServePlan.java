package dev.glimprouter.cli;

import dev.glimprouter.cli.config.ServeConfig;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Load;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Strategy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What {@code serve} is asked for.
 *
 * @param plan models, strategy and rules
 * @param settings how the gateway is run
 * @param seeds where the seed of a request comes from that names none
 */
record ServePlan(RunPlan plan, GatewaySettings settings, LongSupplier seeds) {

    private static final int PARALLEL_IN_PROCESS = 2;
    private static final int PARALLEL_ON_SERVERS = 64;

    /** Room for the turns of a conversation, in tokens. */
    private static final int TURNS_TOKENS = 2 * HeadRoom.LEAST_TOKENS;

    static ServePlan of(RunPlan plan, GatewayOptions options, SamplingOptions sampling) {
        ServeConfig file = plan.file().serve();
        GatewaySettings settings = options.over(file.settings());
        int parallel =
                Optional.ofNullable(options.parallel)
                        .or(file::parallel)
                        .orElseGet(() -> usualParallel(plan));
        return new ServePlan(
                plan, settings.withLoad(load(settings.load(), parallel)), seeds(plan, sampling));
    }

    private static int usualParallel(RunPlan plan) {
        boolean onServers =
                plan.refs().values().stream().allMatch(ModelRef.Servers.class::isInstance);
        return onServers ? PARALLEL_ON_SERVERS : PARALLEL_IN_PROCESS;
    }

    private static Load load(Load file, int parallel) {
        try {
            return file.withParallel(parallel);
        } catch (IllegalArgumentException range) {
            throw new RequestException("--parallel: " + range.getMessage(), range);
        }
    }

    /** A seed that the owner names holds for every request. */
    private static LongSupplier seeds(RunPlan plan, SamplingOptions sampling) {
        boolean named = sampling.seed != null || plan.file().seed().isPresent();
        return named ? plan.rules()::seed : plan.world().seeds();
    }

    EngineRoom open() {
        Map<Writer, Integer> branches = branches();
        int parallel = settings.load().parallel();
        return plan.open(
                TURNS_TOKENS,
                parallel,
                writer -> parallel * branches.getOrDefault(writer, 0),
                () -> {});
    }

    Offer offer(EngineRoom room) {
        ServeConfig file = plan.file().serve();
        return new Offer(
                file.model(),
                room.engines(),
                branches(),
                plan.written(),
                plan.rules(),
                plan.instruction(),
                file.profiles(),
                seeds,
                plan.world().time());
    }

    /** As many branches as one question needs by the strategies that the owner names. */
    private Map<Writer, Integer> branches() {
        Map<Writer, Integer> most = new EnumMap<>(Writer.class);
        Stream<Strategy> strategies =
                Stream.concat(
                        Stream.of(plan.written().strategy()),
                        plan.file().serve().profiles().values().stream()
                                .map(
                                        profile ->
                                                profile.strategy()
                                                        .over(plan.written())
                                                        .strategy()));
        strategies.forEach(
                strategy -> {
                    for (Writer writer : Writer.values()) {
                        most.merge(writer, strategy.branches(writer), Math::max);
                    }
                });
        return most;
    }
}

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
        return areAllOnServers(plan) ? PARALLEL_ON_SERVERS : PARALLEL_IN_PROCESS;
    }

    private static boolean areAllOnServers(RunPlan plan) {
        return plan.refs().values().stream().allMatch(ModelRef.Servers.class::isInstance);
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
        return plan.open(TURNS_TOKENS, settings.load().parallel(), this::allBranches, () -> {});
    }

    /** Whether the models that were opened for another plan do for this one. */
    boolean fits(ServePlan opened) {
        boolean same =
                plan.refs().equals(opened.plan.refs())
                        && plan.engine().equals(opened.plan.engine())
                        && plan.rules().largeDown() == opened.plan.rules().largeDown();
        return same
                && context() <= opened.context()
                && settings.load().parallel() <= opened.settings.load().parallel()
                && Stream.of(Writer.values())
                        .allMatch(writer -> allBranches(writer) <= opened.allBranches(writer));
    }

    private int context() {
        return HeadRoom.context(TURNS_TOKENS, plan.rules());
    }

    /**
     * Opens the models while those of another plan are open.
     *
     * @throws RequestException if one runs in-process, where there is hardly memory for both
     */
    EngineRoom openBeside() {
        if (!areAllOnServers(plan)) {
            throw new RequestException(
                    "models in-process, how they are run and for how many requests hold until serve is started again.");
        }
        return plan.openUnwatched(TURNS_TOKENS, settings.load().parallel(), this::allBranches);
    }

    private int allBranches(Writer writer) {
        return settings.load().parallel() * branches().getOrDefault(writer, 0);
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

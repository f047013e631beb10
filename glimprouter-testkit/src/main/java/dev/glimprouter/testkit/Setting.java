package dev.glimprouter.testkit;

import java.util.Optional;

/**
 * What a scripted engine is like, beside its script.
 *
 * @param model name of the model
 * @param context longest text in tokens, 0 for unknown
 * @param branches most branches at a time
 * @param time what pauses move; empty for real pauses
 * @param prefillNanos nanoseconds for each prompt token
 * @param upstream whether each delivered token counts as decoded
 * @param refusal what opening a session throws
 * @param closeFailure what closing a session throws
 */
record Setting(
        String model,
        int context,
        int branches,
        Optional<ManualTime> time,
        long prefillNanos,
        boolean upstream,
        Optional<RuntimeException> refusal,
        Optional<RuntimeException> closeFailure) {

    static final Setting DEFAULT =
            new Setting(
                    "script",
                    0,
                    Integer.MAX_VALUE,
                    Optional.empty(),
                    0,
                    false,
                    Optional.empty(),
                    Optional.empty());

    Setting withModel(String name) {
        return new Setting(
                name, context, branches, time, prefillNanos, upstream, refusal, closeFailure);
    }

    Setting withContext(int tokens) {
        return new Setting(
                model, tokens, branches, time, prefillNanos, upstream, refusal, closeFailure);
    }

    Setting withBranches(int most) {
        return new Setting(
                model, context, most, time, prefillNanos, upstream, refusal, closeFailure);
    }

    Setting withTime(ManualTime manual) {
        return new Setting(
                model,
                context,
                branches,
                Optional.of(manual),
                prefillNanos,
                upstream,
                refusal,
                closeFailure);
    }

    Setting withPrefillNanos(long perToken) {
        return new Setting(
                model, context, branches, time, perToken, upstream, refusal, closeFailure);
    }

    Setting decodingUpstream() {
        return new Setting(
                model, context, branches, time, prefillNanos, true, refusal, closeFailure);
    }

    Setting withRefusal(RuntimeException failure) {
        return new Setting(
                model,
                context,
                branches,
                time,
                prefillNanos,
                upstream,
                Optional.of(failure),
                closeFailure);
    }

    Setting withCloseFailure(RuntimeException failure) {
        return new Setting(
                model,
                context,
                branches,
                time,
                prefillNanos,
                upstream,
                refusal,
                Optional.of(failure));
    }
}

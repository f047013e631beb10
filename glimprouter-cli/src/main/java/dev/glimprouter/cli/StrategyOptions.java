package dev.glimprouter.cli;

import dev.glimprouter.internal.names.Words;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The rules by which any strategy writes its steps. */
class StrategyOptions {

    @Option(
            names = "--glimpse-by",
            paramLabel = "WAY",
            description =
                    "How the small model is glimpsed: stream (the default: the first token of the"
                            + " step itself) or request (one of its own, thrown away).")
    @Nullable String glimpseBy;

    @Option(
            names = "--on-large-down",
            paramLabel = "RULE",
            description =
                    "Where the large model cannot be reached after all retries: fail (the"
                            + " default), small (it goes on alone) or wait.")
    @Nullable String largeDown;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "By which protocol steps are written: clean (the default) or official (that of"
                            + " the published code, its defects included, to compare results; for"
                            + " glimpse and large-steps). See docs/official-mode.md.")
    @Nullable String mode;

    @Option(
            names = "--speculative",
            negatable = true,
            description =
                    "Small drafts tokens of what the large model writes, and large checks them in"
                            + " one batch: the same output, faster or slower. Both in-process, with"
                            + " the same vocabulary.")
    @Nullable Boolean speculative;

    @Option(
            names = "--ahead",
            negatable = true,
            description =
                    "Large reads what small is writing while it is being written, so that it can"
                            + " go on at once. For models on servers, or on a GPU.")
    @Nullable Boolean ahead;

    @Option(
            names = "--race",
            negatable = true,
            description =
                    "Large begins each step while small is being glimpsed, and is stopped where"
                            + " small is to write. For models on servers, or on a GPU.")
    @Nullable Boolean race;

    /** The same rules with those that are written here. */
    RouterConfig over(RouterConfig file) {
        RouterConfig rules = file;
        if (glimpseBy != null) {
            rules = rules.withGlimpseBy(Words.constant(GlimpseBy.class, glimpseBy));
        }
        if (mode != null) {
            rules = rules.withMode(Words.constant(Mode.class, mode));
        }
        if (speculative != null) {
            rules = rules.withSpeculative(speculative);
        }
        if (ahead != null) {
            rules = rules.withAhead(ahead);
        }
        if (race != null) {
            rules = rules.withRace(race);
        }
        if (largeDown != null) {
            rules = rules.withLargeDown(Words.constant(LargeDown.class, largeDown));
        }
        return rules;
    }
}

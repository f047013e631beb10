package dev.glimprouter.cli;

import dev.glimprouter.engine.Speculation;
import dev.glimprouter.event.Overlapping;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.Phases;
import dev.glimprouter.trace.TraceSummary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines that close an answer: who wrote how much, where the time went, how to repeat it. Models
 * that did nothing are not named.
 */
final class Summary {

    private Summary() {}

    /**
     * The lines.
     *
     * @param seed start of the random draws
     */
    static List<String> lines(TraceSummary summary, long seed, Optional<Path> trace) {
        List<String> lines = new ArrayList<>();
        lines.add(line("steps", steps(summary)));
        Phases phases = summary.phases();
        if (summary.usage().containsKey(Writer.SMALL)) {
            long prefill = phases.smallPrefillNanos();
            long decode = phases.smallDecodeNanos();
            String did = model(summary, Writer.SMALL, prefill, phases.glimpseNanos(), decode);
            lines.add(line("small", did));
        }
        if (summary.usage().containsKey(Writer.LARGE)) {
            long prefill = phases.largePrefillNanos();
            String did = model(summary, Writer.LARGE, prefill, 0, phases.largeDecodeNanos());
            lines.add(line("large", did));
        }
        if (phases.judgeNanos() > 0) {
            lines.add(line("judging", Figures.seconds(phases.judgeNanos())));
        }
        Usage large = used(summary, Writer.LARGE);
        if (large.speculation().draftedTokens() > 0) {
            lines.add(line("drafts", drafts(large.speculation())));
        }
        if (!large.overlapping().equals(Overlapping.NONE)) {
            lines.add(line("overlap", overlap(large.overlapping())));
        }
        lines.add(line("time", time(summary)));
        summary.stop().ifPresent(stop -> lines.add(line("stop", words(stop))));
        lines.add(line("strategy", summary.strategy() + ", seed " + seed));
        trace.ifPresent(file -> lines.add(line("trace", file.toString())));
        return lines;
    }

    /** The same in one line, for the turns of a chat. */
    static String oneLine(TraceSummary summary, long seed) {
        return "steps: %d, by large: %d; %s; seed %d"
                .formatted(
                        summary.reasoning().steps().size(),
                        summary.steps(Writer.LARGE),
                        Figures.seconds(summary.nanos()),
                        seed);
    }

    private static String line(String name, String text) {
        return "%-9s%s".formatted(name, text);
    }

    private static String steps(TraceSummary summary) {
        int all = summary.reasoning().steps().size();
        if (summary.usage().size() == 1) {
            return String.valueOf(all);
        }
        return "%d: %d small, %d large (%s of the steps, %s of the tokens by large)"
                .formatted(
                        all,
                        summary.steps(Writer.SMALL),
                        summary.steps(Writer.LARGE),
                        Figures.percent(summary.interventionRate()),
                        Figures.percent(summary.tokenInterventionRate()));
    }

    private static String model(
            TraceSummary summary, Writer writer, long prefill, long glimpses, long decode) {
        List<String> parts = new ArrayList<>();
        add(parts, "prefill", prefill);
        add(parts, "glimpses", glimpses);
        add(parts, "decode", decode);
        String wrote = "wrote %d tokens".formatted(generated(summary, writer));
        return parts.isEmpty() ? wrote : wrote + "; " + String.join(", ", parts);
    }

    private static String drafts(Speculation speculation) {
        return "%d tokens for the large model, %s of them accepted"
                .formatted(
                        speculation.draftedTokens(),
                        Figures.percent(
                                (double) speculation.acceptedTokens()
                                        / speculation.draftedTokens()));
    }

    private static String overlap(Overlapping overlapping) {
        List<String> parts = new ArrayList<>();
        if (overlapping.hints() > 0) {
            parts.add(
                    "%d tokens read ahead, %d in vain"
                            .formatted(overlapping.aheadTokens(), overlapping.wastedTokens()));
        }
        if (overlapping.races() > 0) {
            parts.add(
                    "%d races, %d lost with %d tokens"
                            .formatted(
                                    overlapping.races(),
                                    overlapping.lostRaces(),
                                    overlapping.lostTokens()));
        }
        return String.join("; ", parts);
    }

    private static long generated(TraceSummary summary, Writer writer) {
        return used(summary, writer).generatedTokens();
    }

    private static Usage used(TraceSummary summary, Writer writer) {
        return summary.usage().getOrDefault(writer, Usage.NONE);
    }

    private static String time(TraceSummary summary) {
        long tokens = generated(summary, Writer.SMALL) + generated(summary, Writer.LARGE);
        return "%s, %s of it outside the models; %s"
                .formatted(
                        Figures.seconds(summary.nanos()),
                        Figures.seconds(summary.phases().otherNanos()),
                        Figures.rate(tokens, summary.nanos()));
    }

    private static void add(List<String> parts, String name, long nanos) {
        if (nanos > 0) {
            parts.add(name + " " + Figures.seconds(nanos));
        }
    }

    private static String words(Stop stop) {
        return switch (stop) {
            case FINISHED -> "finished: a model closed the reasoning";
            case REPEATED -> "repeated: the reasoning went round in circles";
            case BUDGET -> "budget: the reasoning used up its tokens (--budget)";
            case DEADLINE -> "deadline: the reasoning ran out of time (--deadline)";
            case CONTEXT -> "context: no more text fitted into a model (--context)";
        };
    }
}

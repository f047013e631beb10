package dev.glimprouter.eval.plan;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Drafted;
import dev.glimprouter.event.RouteEvent.Glimpsed;
import dev.glimprouter.event.RouteEvent.Judged;
import dev.glimprouter.event.RouteEvent.Prefilled;
import dev.glimprouter.event.RouteEvent.Rejected;
import dev.glimprouter.event.RouteEvent.StepWritten;
import dev.glimprouter.event.Usage;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.TraceSummary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads from a trace what was done, and where the time went. */
final class TraceFold {

    private final Map<Writer, List<Stretch>> stretches = new EnumMap<>(Writer.class);
    private final Map<Writer, Integer> headsCached = new EnumMap<>(Writer.class);
    private final Map<Writer, Integer> rejected = new EnumMap<>(Writer.class);
    private final Map<Integer, Optional<Probe>> glimpses = new HashMap<>();
    private final Map<Integer, List<Drafted>> drafts = new HashMap<>();
    private final Map<Integer, Verdict> verdicts = new HashMap<>();
    private final List<Leg> legs = new ArrayList<>();
    private Optional<Writer> answering = Optional.empty();
    private final Trace trace;
    private final TraceSummary summary;

    private TraceFold(Trace trace) {
        this.trace = trace;
        this.summary = trace.summary();
        trace.events().forEach(this::on);
    }

    /**
     * A finished question.
     *
     * @param hash checksum of its text
     * @param seconds how long it took, where that says something
     */
    static Recorded of(Trace trace, String hash, OptionalDouble seconds) {
        TraceFold fold = new TraceFold(trace);
        return new Recorded(
                trace.header().question().id(),
                hash,
                fold.work(),
                seconds,
                fold.timing(),
                fold.route());
    }

    private void on(RouteEvent event) {
        switch (event) {
            case Prefilled read -> read(read);
            case Glimpsed seen -> glimpses.put(seen.step(), seen.probe());
            case Drafted draft ->
                    drafts.computeIfAbsent(draft.step(), _ -> new ArrayList<>()).add(draft);
            case Judged judged -> verdicts.put(judged.step(), judged.verdict());
            case Rejected attempt -> rejected.merge(attempt.writer(), 1, Integer::sum);
            case StepWritten kept -> legs.add(leg(kept.written()));
            case AnswerDelta delta -> answering = answering.or(() -> Optional.of(delta.writer()));
            default -> {}
        }
    }

    private void read(Prefilled read) {
        headsCached.putIfAbsent(read.writer(), read.cost().cachedTokens());
        stretches
                .computeIfAbsent(read.writer(), _ -> new ArrayList<>())
                .add(
                        new Stretch(
                                read.writer(),
                                read.cost().promptTokens(),
                                read.cost().prefillNanos()));
    }

    private Leg leg(Step step) {
        List<Drafted> all = drafts.getOrDefault(step.index(), List.of());
        Optional<Probe> probe = glimpses.getOrDefault(step.index(), Optional.empty());
        return new Leg(
                step,
                glimpses.containsKey(step.index()),
                probe,
                all.isEmpty() ? OptionalInt.empty() : OptionalInt.of(all.getFirst().tokens()),
                Optional.ofNullable(verdicts.get(step.index())));
    }

    private Usage usage(Writer writer) {
        return summary.usage().getOrDefault(writer, Usage.NONE);
    }

    private boolean served() {
        return usage(Writer.SMALL).requests() + usage(Writer.LARGE).requests() > 0;
    }

    /** Whether reasoning and answer came in one generation. */
    private boolean whole() {
        String strategy = trace.header().strategy();
        return strategy.equals("small") || strategy.equals("large");
    }

    private Work work() {
        return new Work(
                load(Writer.SMALL),
                load(Writer.LARGE),
                usage(Writer.SMALL).glimpses(),
                legs.size(),
                summary.steps(Writer.LARGE));
    }

    private Load load(Writer writer) {
        Usage usage = usage(writer);
        double together = Math.min(decodes(writer), together(writer));
        return new Load(
                usage.promptTokens() + headCached(writer),
                stretches.getOrDefault(writer, List.of()).size(),
                decodes(writer) - together + (writer == Writer.SMALL ? glimpsedOwn() : 0),
                together,
                usage.generatedTokens(),
                usage.judging().verdicts(),
                usage.speculation().rounds(),
                usage.speculation().rounds() > 0 ? usage.speculation().draftedTokens() : 0,
                usage.requests());
    }

    /** What another strategy's question left in an engine's cache, and a lone one would read. */
    private int headCached(Writer writer) {
        return served() ? 0 : headsCached.getOrDefault(writer, 0);
    }

    /** Own tokens that decoding evaluated: all but each stream's last, and those put off. */
    private double decodes(Writer writer) {
        Usage usage = usage(writer);
        long rounds = usage.speculation().rounds();
        long verified = rounds > 0 ? usage.speculation().acceptedTokens() + rounds : 0;
        return Math.max(
                0, usage.generatedTokens() - streams(writer) - verified + continued(writer));
    }

    /** Tokens of steps with several drafts, which are written at the same time. */
    private double together(Writer writer) {
        return drafts.values().stream()
                .filter(several -> several.size() > 1)
                .flatMap(List::stream)
                .filter(draft -> draft.writer() == writer)
                .mapToInt(draft -> Math.max(0, draft.tokens() - 1))
                .sum();
    }

    private int streams(Writer writer) {
        int steps = (int) legs.stream().filter(leg -> leg.step().writer() == writer).count();
        boolean same =
                whole() && !legs.isEmpty() && legs.getLast().step().ending() == Ending.CLOSE_TAG;
        int answers = answering.filter(by -> by == writer).isPresent() && !same ? 1 : 0;
        return steps + rejected.getOrDefault(writer, 0) + answers;
    }

    /** Streams, but no glimpses, that began by evaluating the own last token alone. */
    private int continued(Writer writer) {
        int count = 0;
        for (int i = 1; i < legs.size() && !served(); i++) {
            boolean works =
                    legs.get(i).step().writer() == writer
                            || (writer == Writer.SMALL && legs.get(i).draft().isPresent());
            boolean glimpsed = writer == Writer.SMALL && legs.get(i).glimpsed();
            boolean own = legs.get(i - 1).step().writer() == writer;
            count += works && own && !glimpsed ? 1 : 0;
        }
        return count;
    }

    private int glimpsedOwn() {
        int count = 0;
        for (int i = 1; i < legs.size() && !served(); i++) {
            boolean own = legs.get(i - 1).step().writer() == Writer.SMALL;
            count += own && legs.get(i).glimpsed() ? 1 : 0;
        }
        return count;
    }

    private Timing timing() {
        List<Stretch> all = new ArrayList<>();
        stretches.values().forEach(all::addAll);
        return new Timing(
                summary.phases(),
                all,
                usage(Writer.LARGE).speculation().draftNanos(),
                decodes(Writer.SMALL),
                decodes(Writer.LARGE),
                glimpsedOwn());
    }

    private Route route() {
        Writer writer = answering.orElse(Writer.LARGE);
        double steps =
                legs.stream().mapToInt(leg -> leg.step().tokensBy(writer)).sum()
                        + thrownAway(writer);
        return new Route(
                trace.header().question(),
                trace.header().config(),
                legs,
                Math.max(0, usage(writer).generatedTokens() - steps),
                writer,
                whole(),
                served());
    }

    private double thrownAway(Writer writer) {
        return trace.events().stream()
                .filter(Rejected.class::isInstance)
                .map(Rejected.class::cast)
                .filter(attempt -> attempt.writer() == writer)
                .mapToInt(Rejected::tokens)
                .sum();
    }
}

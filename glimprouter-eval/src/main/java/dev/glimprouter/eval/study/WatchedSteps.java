package dev.glimprouter.eval.study;

import dev.glimprouter.eval.statistics.SentenceBleu;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Draft;
import dev.glimprouter.strategy.DraftSignals;
import dev.glimprouter.strategy.Stepwise;
import dev.glimprouter.strategy.Turn;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Follows a strategy and has both models write each of the first steps; whose version is kept, the
 * strategy decides. For one question.
 */
final class WatchedSteps implements Stepwise {

    private final Stepwise followed;
    private final StudyRules rules;
    private final Comparing comparing;
    private final List<StudiedStep> seen = new ArrayList<>();

    /** Tells how similar two texts are; empty where nobody can. */
    @FunctionalInterface
    interface Comparing {
        OptionalDouble similarity(String small, String large);
    }

    WatchedSteps(Stepwise followed, StudyRules rules, Comparing comparing) {
        this.followed = followed;
        this.rules = rules;
        this.comparing = comparing;
    }

    /** The steps that both models wrote. */
    List<StudiedStep> seen() {
        return List.copyOf(seen);
    }

    @Override
    public String name() {
        return followed.name();
    }

    @Override
    public Set<Writer> writers() {
        return EnumSet.allOf(Writer.class);
    }

    @Override
    public Writer answerWriter() {
        return followed.answerWriter();
    }

    @Override
    public int branches(Writer writer) {
        return writer == Writer.LARGE && rules.judged() ? 1 : 0;
    }

    @Override
    public Step next(Turn turn) {
        return turn.index() < rules.steps() ? watch(turn) : followed.next(turn);
    }

    @Override
    public void kept(Step step) {
        followed.kept(step);
    }

    private Step watch(Turn turn) {
        Optional<Probe> probe = turn.glimpse();
        Optional<Draft> small = turn.draft(Writer.SMALL, true);
        if (small.isEmpty()) {
            return followed.next(turn);
        }
        OptionalDouble judge =
                rules.judged()
                        ? new JudgedDraft(turn, small.get()).score()
                        : OptionalDouble.empty();
        Optional<Draft> large = turn.draft(Writer.LARGE, false);
        if (large.isEmpty()) {
            return followed.next(turn);
        }
        Step kept = followed.next(new DraftedTurn(turn, small.get(), large.get()));
        seen.add(studied(turn.index(), probe, small.get(), large.get(), judge, kept.writer()));
        return kept;
    }

    private StudiedStep studied(
            int index,
            Optional<Probe> probe,
            Draft small,
            Draft large,
            OptionalDouble judge,
            Writer kept) {
        StepVersion ofSmall = StepVersion.of(small);
        StepVersion ofLarge = StepVersion.of(large);
        boolean both = ofSmall.isWhole() && ofLarge.isWhole();
        return new StudiedStep(
                index,
                probe.map(Probe::token).orElse(""),
                probe.map(one -> OptionalDouble.of(one.hInit())).orElseGet(OptionalDouble::empty),
                DraftSignals.meanEntropy(small),
                DraftSignals.perplexity(small),
                judge,
                kept,
                ofSmall,
                ofLarge,
                both
                        ? OptionalDouble.of(SentenceBleu.of(small.text(), large.text()))
                        : OptionalDouble.empty(),
                both ? comparing.similarity(small.text(), large.text()) : OptionalDouble.empty());
    }
}

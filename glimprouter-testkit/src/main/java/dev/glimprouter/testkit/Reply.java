package dev.glimprouter.testkit;

import dev.glimprouter.engine.Incident;
import dev.glimprouter.glimpse.TokenDistribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a scripted model would write in answer to one {@code generate}, if nobody stopped it.
 *
 * <p>Stop rules and token limits cut it as they would cut a real model. A reply that runs out ends
 * with the end-of-sequence token. Immutable; each use starts from its beginning.
 *
 * @param cues its tokens and actions, possibly without end
 */
public record Reply(Iterable<Cue> cues) {

    /** Writes exactly these tokens, each with a certain distribution. */
    public static Reply tokens(String... texts) {
        return new Reply(Arrays.stream(texts).<Cue>map(Cue.Word::of).toList());
    }

    /** Writes this text word by word; newlines and the close tag are tokens of their own. */
    public static Reply text(String text) {
        return tokens(Words.split(text).toArray(String[]::new));
    }

    /** Writes these tokens over and over, without end. */
    public static Reply endless(String... texts) {
        List<Cue> round = Arrays.stream(texts).<Cue>map(Cue.Word::of).toList();
        return new Reply(() -> Stream.generate(() -> round).flatMap(List::stream).iterator());
    }

    /** Ends the sequence at once. */
    public static Reply nothing() {
        return new Reply(List.of(Cue.Word.ofEnd()));
    }

    /** Blocks the reader until the stream is closed. */
    public static Reply silence() {
        return new Reply(List.of(new Cue.Silence()));
    }

    /**
     * One token out of several, the likeliest of them.
     *
     * @param words probabilities by word
     */
    public static Reply opinion(Map<String, Double> words) {
        String likeliest = Collections.max(words.entrySet(), Map.Entry.comparingByValue()).getKey();
        return tokens(likeliest).distribution(Optional.of(Distributions.of(words)));
    }

    /**
     * Writes this text word by word, each with a first word of its vocabulary that leaves this
     * entropy.
     *
     * @param nats the entropy of each token, in order, the end of the sequence included
     */
    public static Reply signed(String text, double... nats) {
        List<String> words = Words.split(text);
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < nats.length; i++) {
            boolean end = i == words.size();
            cues.add(
                    new Cue.Word(
                            end ? "" : words.get(i),
                            Optional.of(Distributions.ofEntropy(nats[i])),
                            0,
                            end));
        }
        return new Reply(cues);
    }

    /** Fails before the first token. */
    public static Reply failure(RuntimeException failure) {
        return tokens().thenFail(failure);
    }

    /** The same with a first token whose distribution has this entropy in nats. */
    public Reply entropy(double nats) {
        return distribution(Optional.of(Distributions.ofEntropy(nats)));
    }

    /** The same with another distribution of the first token; empty for a missing one. */
    public Reply distribution(Optional<TokenDistribution> distribution) {
        return first(
                word -> new Cue.Word(word.text(), distribution, word.delayNanos(), word.end()));
    }

    /** The same with a pause before the first token. */
    public Reply after(Duration pause) {
        return first(
                word ->
                        new Cue.Word(
                                word.text(),
                                word.distribution(),
                                pause.toNanos(),
                                word.end(),
                                word.logProbability()));
    }

    /** The same with a pause before every token. */
    public Reply pace(Duration pause) {
        return new Reply(() -> new Paced(cues.iterator(), pause.toNanos()));
    }

    /** This, then an action on the reader's thread. */
    public Reply then(Runnable action) {
        return plus(new Cue.Act(action));
    }

    /** The same for a stream that this befalls first. */
    public Reply befalling(Incident... incidents) {
        List<Cue> all = new ArrayList<>();
        for (Incident incident : incidents) {
            all.add(new Cue.Befall(incident));
        }
        cues.forEach(all::add);
        return new Reply(all);
    }

    /** This, then a failure. */
    public Reply thenFail(RuntimeException failure) {
        return then(
                () -> {
                    throw failure;
                });
    }

    /** This, then nothing more until the stream is closed. */
    public Reply thenSilence() {
        return plus(new Cue.Silence());
    }

    /** This, then more tokens. */
    public Reply thenTokens(String... texts) {
        return plus(Arrays.stream(texts).map(Cue.Word::of).toArray(Cue[]::new));
    }

    private Reply plus(Cue... more) {
        List<Cue> all = new ArrayList<>();
        cues.forEach(all::add);
        all.addAll(List.of(more));
        return new Reply(all);
    }

    private Reply first(UnaryOperator<Cue.Word> change) {
        return new Reply(() -> new Changed(cues.iterator(), change));
    }

    /** Cues with a pause before every token. */
    private record Paced(Iterator<Cue> cues, long nanos) implements Iterator<Cue> {
        @Override
        public boolean hasNext() {
            return cues.hasNext();
        }

        @Override
        public Cue next() {
            return switch (cues.next()) {
                case Cue.Word word ->
                        new Cue.Word(
                                word.text(),
                                word.distribution(),
                                nanos,
                                word.end(),
                                word.logProbability());
                case Cue.Act act -> act;
                case Cue.Befall befall -> befall;
                case Cue.Silence silence -> silence;
            };
        }
    }

    /** Cues of which the first token is changed. */
    private static final class Changed implements Iterator<Cue> {
        private final Iterator<Cue> cues;
        private final UnaryOperator<Cue.Word> change;
        private boolean done;

        Changed(Iterator<Cue> cues, UnaryOperator<Cue.Word> change) {
            this.cues = cues;
            this.change = change;
        }

        @Override
        public boolean hasNext() {
            return cues.hasNext();
        }

        @Override
        public Cue next() {
            Cue cue = cues.next();
            if (!done && cue instanceof Cue.Word word) {
                done = true;
                return change.apply(word);
            }
            return cue;
        }
    }
}

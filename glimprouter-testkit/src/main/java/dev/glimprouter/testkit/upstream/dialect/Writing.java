package dev.glimprouter.testkit.upstream.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.testkit.Cue;
import dev.glimprouter.testkit.Reply;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;

/** A reply while a server generates it: one token at a time, cut by its rules. */
final class Writing implements Iterator<Beat> {

    private final Job job;
    private final Iterator<Cue> cues;
    private final StopText text;
    private final double temperature;
    private final boolean losesFragments;
    private final Utf8 utf8 = new Utf8();
    private final Queue<Beat> ready = new ArrayDeque<>();
    private String late = "";
    private int tokens;
    private boolean over;

    Writing(Job job, Reply reply, StopText text, double temperature, boolean losesFragments) {
        this.job = job;
        this.cues = reply.cues().iterator();
        this.text = text;
        this.temperature = temperature;
        this.losesFragments = losesFragments;
    }

    @Override
    public boolean hasNext() {
        return !over || !ready.isEmpty();
    }

    @Override
    public Beat next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        while (ready.isEmpty()) {
            play();
        }
        return ready.remove();
    }

    private void play() {
        if (job.isAborted()) {
            over = true;
            ready.add(wrote(List.of(), text.flush(), Optional.of(Finish.of(Finish.Why.ABORT))));
            return;
        }
        try {
            switch (cues.hasNext() ? cues.next() : Cue.Word.ofEnd()) {
                case Cue.Act act -> act.action().run();
                case Cue.Befall _ -> {} // on the wire only faults tell of it
                case Cue.Silence _ -> {
                    over = true;
                    ready.add(new Beat.Silence());
                }
                case Cue.Word word -> write(word);
            }
        } catch (RuntimeException failure) {
            over = true;
            ready.add(new Beat.Failure(failure));
        }
    }

    private void write(Cue.Word word) {
        if (word.delayNanos() > 0) {
            ready.add(new Beat.Pause(word.delayNanos()));
        }
        byte[] bytes = word.text().getBytes(UTF_8);
        boolean split = job.manner().has(Quirk.SPLIT_CHARACTERS);
        for (byte[] part : split ? Utf8.split(bytes) : new byte[][] {bytes}) {
            if (!over) {
                token(part, word);
            }
        }
    }

    private void token(byte[] bytes, Cue.Word word) {
        int id = word.end() ? Vocabulary.END : job.host().words().number(bytes);
        tokens++;
        job.generated(id);
        boolean watched = tokens > job.ask().minTokens();
        String visible = late + (word.end() ? text.flush() : text.feed(utf8.feed(bytes), watched));
        late = "";
        Optional<Finish> finish = finish(word.end());
        if (finish.isPresent()) {
            over = true;
            visible += text.flush();
        }
        if (losesFragments && utf8.isUnfinished() && finish.isEmpty()) {
            job.keepsBack();
            late = visible;
            return;
        }
        ready.add(wrote(List.of(entry(id, bytes, visible, word.distribution())), visible, finish));
    }

    private Optional<Finish> finish(boolean end) {
        if (text.match().isPresent()) {
            return Optional.of(new Finish(Finish.Why.WORD, text.match().get()));
        }
        if (end) {
            return Optional.of(Finish.of(Finish.Why.END));
        }
        return tokens >= job.limit() ? Optional.of(Finish.of(Finish.Why.LENGTH)) : Optional.empty();
    }

    private Beat wrote(List<Entry> entries, String visible, Optional<Finish> finish) {
        return new Beat.Wrote(new Chunk(entries, visible, finish, text.isHolding()));
    }

    private Entry entry(
            int id, byte[] bytes, String sent, Optional<TokenDistribution> distribution) {
        if (job.ask().top() == 0 || distribution.isEmpty()) {
            return new Entry(new Option(id, bytes, 0), sent, Optional.empty());
        }
        List<Option> all = Candidates.of(job.host().words(), id, distribution.get(), temperature);
        double logprob =
                all.stream()
                        .filter(option -> option.id() == id)
                        .mapToDouble(Option::logprob)
                        .findFirst()
                        .orElse(Double.NEGATIVE_INFINITY);
        Option token = new Option(id, bytes, logprob);
        return LogprobQuirks.spoil(
                new Entry(
                        token,
                        sent,
                        Optional.of(all.subList(0, Math.min(all.size(), job.ask().top())))),
                tokens,
                job.manner());
    }
}

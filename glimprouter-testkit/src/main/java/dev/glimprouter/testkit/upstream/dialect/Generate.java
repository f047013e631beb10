package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Play;

import java.util.Iterator;

/**
 * How a kind of server generates.
 *
 * @param hold what it holds back
 * @param withholds whether whole chunks wait while text is held back
 * @param losesFragments whether a token that ends inside a character is not told of
 * @param tempered whether logprobs are told after temperature
 */
record Generate(StopText.Hold hold, boolean withholds, boolean losesFragments, boolean tempered) {

    /** Answers with a generation in this slot. */
    Play play(Host host, Ask ask, int slot, Shape shape) {
        Job job = host.start(ask, slot);
        Manner manner = host.manner();
        StopText text =
                new StopText(ask.stops(), ask.keepStop(), hold, manner.has(Quirk.HOLD_BACK));
        Iterator<Beat> writing =
                new Writing(job, host.reply(ask), text, temperature(ask, manner), losesFragments);
        Beat first = writing.next();
        if (first instanceof Beat.Failure failure) {
            return Json.answer(500, shape.error(500, String.valueOf(failure.cause().getMessage())));
        }
        Iterator<Beat> beats = new Resumed(first, writing);
        return Play.of(() -> acts(job, shape, beats));
    }

    private Iterator<Act> acts(Job job, Shape shape, Iterator<Beat> beats) {
        if (!job.ask().stream()) {
            return new Whole(job, shape, beats);
        }
        Chunks chunks = new Chunks(beats, job.manner().tokensPerChunk(), withholds);
        return new Performance(job, shape, chunks);
    }

    private double temperature(Ask ask, Manner manner) {
        double asked = ask.request().sampling().temperature();
        return tempered && asked > 0 && !manner.has(Quirk.LOGPROBS_RAW) ? asked : 1;
    }
}

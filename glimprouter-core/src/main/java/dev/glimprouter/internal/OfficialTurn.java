package dev.glimprouter.internal;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Token;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.time.Cancellation;

import java.util.Optional;

/**
 * One step of the published protocol while it is being written: a request for one token, thrown
 * away, and a request for the step.
 */
final class OfficialTurn extends CommonTurn {

    OfficialTurn(
            Desk desk,
            Journal journal,
            Question question,
            RouterConfig config,
            Past past,
            Cancellation halt,
            Outage outage) {
        super(desk, journal, question, config, past, halt, outage);
    }

    @Override
    Optional<Probe> look(long from) {
        try (LiveStream stream =
                stream(
                        Writer.SMALL,
                        Sampling.GREEDY,
                        1,
                        Until.END_OF_SEQUENCE,
                        Distributions.FIRST)) {
            Optional<Token> token = stream.first();
            step.checkHalt(token.isEmpty());
            return token.flatMap(
                    first -> probeOf(first, TokenDistribution::publishedEntropy, from));
        } catch (RetryableException unreachable) {
            outage.next(Writer.SMALL, unreachable);
            return Optional.empty();
        }
    }

    @Override
    Step attempt(Writer writer) {
        int most = Math.max(1, Math.min(config().stepLimit(), desk.roomToReason(writer)));
        try (LiveStream stream =
                stream(writer, config().sampling(), most, Until.BLANK_LINE, Distributions.NONE)) {
            StringBuilder text = new StringBuilder();
            read(stream, writer, text);
            if (stream.ending() != Ending.BLANK_LINE) {
                add(writer, PublishedText.BLANK_LINE, text);
            }
            return stepOf(stream, writer, text.toString());
        }
    }

    private LiveStream stream(
            Writer writer, Sampling sampling, int most, Until until, Distributions distributions) {
        step.checkHalt(true);
        long seed = desk.seed(writer, index(), step.attempt());
        return desk.stream(
                writer, new Generation(sampling, most, until, distributions, seed), step.halt());
    }
}

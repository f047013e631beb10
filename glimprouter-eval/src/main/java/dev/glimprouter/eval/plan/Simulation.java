package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.plan.Share.Drafting;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;

/**
 * The work of one question by who does what at each step, as the loop would do it: each model reads
 * what the other one wrote once, right before it works again. The heads are not in it.
 */
final class Simulation {

    /** The close tag with the blank line behind it, which the answer's writer reads. */
    private static final double CLOSE_TOKENS = 5;

    /** The question that a judge reads behind a draft. */
    static final double QUESTION_TOKENS = 60;

    private final Side small;
    private final Side large;
    private final boolean apart;
    private double glimpses;
    private double steps;
    private double stepsByLarge;

    /**
     * An empty one.
     *
     * @param served whether servers are asked, which read their own last token as part of a prompt
     */
    Simulation(RouterConfig config, boolean served) {
        this.small = new Side(served);
        this.large = new Side(served);
        this.apart = config.glimpseBy() == GlimpseBy.REQUEST || config.mode() == Mode.OFFICIAL;
    }

    /**
     * One step.
     *
     * @param smallTokens tokens of small's version
     * @param largeTokens tokens of large's version
     */
    void step(Share share, double smallTokens, double largeTokens) {
        boolean drafted = share.drafting() != Drafting.NONE;
        if (share.glimpsed()) {
            glimpse();
        }
        if (drafted) {
            small.begin(0);
            small.write(smallTokens);
        }
        if (share.drafting() == Drafting.JUDGED) {
            large.begin(smallTokens + QUESTION_TOKENS);
            large.verdicts++;
        }
        steps++;
        if (share.writer() == Writer.SMALL) {
            keepSmall(share, smallTokens, drafted);
        } else {
            keepLarge(share, largeTokens);
        }
    }

    private void glimpse() {
        small.begin(0);
        glimpses++;
        small.decoded += apart ? 1 : 0;
    }

    private void keepSmall(Share share, double tokens, boolean drafted) {
        if (!drafted) {
            if (!share.glimpsed() || apart) {
                small.begin(0);
            }
            small.write(tokens);
        }
        large.unread += share.drafting() == Drafting.JUDGED ? 0 : tokens;
    }

    /** Behind a verdict large needs its own place in the text again, which is one token. */
    private void keepLarge(Share share, double tokens) {
        stepsByLarge++;
        large.begin(share.drafting() == Drafting.JUDGED ? 1 : 0);
        large.write(tokens);
        small.own = false;
        small.unread += tokens;
    }

    /** The answer after the closed reasoning. */
    void answer(Writer writer, double tokens) {
        Side side = side(writer);
        side.begin(CLOSE_TOKENS);
        side.write(tokens);
    }

    /** Reasoning and answer in one stream. */
    void all(Writer writer, int stepsOfIt, double tokens) {
        steps = stepsOfIt;
        stepsByLarge = writer == Writer.LARGE ? stepsOfIt : 0;
        side(writer).begin(0);
        side(writer).write(tokens);
    }

    private Side side(Writer writer) {
        return writer == Writer.SMALL ? small : large;
    }

    Work work() {
        return new Work(small.load(), large.load(), glimpses, steps, stepsByLarge);
    }

    /** One model. */
    private static final class Side {
        private final boolean served;
        private boolean fresh = true;
        private boolean own;
        private double unread;
        private double prompt;
        private double prefills;
        private double decoded;
        private double generated;
        private double verdicts;
        private double requests;

        Side(boolean served) {
            this.served = served;
        }

        /** Reads what it has not read yet, and more. */
        void begin(double more) {
            requests += served ? 1 : 0;
            if (fresh || unread + more > 0) {
                prompt += unread + more;
                prefills++;
                unread = 0;
                fresh = false;
            } else if (own && !served) {
                decoded++;
            }
            own = false;
        }

        void write(double tokens) {
            generated += tokens;
            decoded += Math.max(0, tokens - 1);
            own = true;
        }

        Load load() {
            return new Load(prompt, prefills, decoded, 0, generated, verdicts, 0, 0, requests);
        }
    }
}

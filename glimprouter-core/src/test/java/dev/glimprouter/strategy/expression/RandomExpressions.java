package dev.glimprouter.strategy.expression;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Seeded expressions that are all right. */
final class RandomExpressions {

    private final SplittableRandom random;

    RandomExpressions(long seed) {
        random = new SplittableRandom(seed);
    }

    String next() {
        return switch (random.nextInt(20)) {
            case 0 -> pick("small", "large", "small-steps", "large-steps", "token-entropy(0.3)");
            case 1, 2 -> drafting();
            default -> policy(2);
        };
    }

    private String drafting() {
        return pick(
                "hstep(%s)".formatted(nats()),
                "pplstep(tau=%s)".formatted(random.nextDouble(1, 9)),
                "judge(opening=%d)".formatted(random.nextInt(4)),
                "specreason(%s, scoring=%s)"
                        .formatted(random.nextInt(10), pick("greedy", "average")),
                "confspec(%s)".formatted(random.nextDouble(0.5, 1)),
                "rsd(threshold=%s)".formatted(share()),
                "symbolic(opening=%d)".formatted(random.nextInt(4)),
                "speccot(%d)".formatted(1 + random.nextInt(8)));
    }

    private String policy(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return name();
        }
        StringBuilder joined = new StringBuilder(part(depth));
        int more = 1 + random.nextInt(3);
        for (int i = 0; i < more; i++) {
            joined.append(pick(" or ", " and ", " then ")).append(part(depth));
        }
        return joined.toString();
    }

    private String part(int depth) {
        return random.nextBoolean() ? name() : "(" + policy(depth - 1) + ")";
    }

    private String name() {
        return switch (random.nextInt(9)) {
            case 0 -> "glimpse" + maybe(() -> "(" + nats() + ")");
            case 1 -> "random(%s, stream=%d)".formatted(share(), random.nextInt(5));
            case 2 -> "opening(%d)".formatted(random.nextInt(9));
            case 3 ->
                    "overconfidence"
                            + maybe(
                                    () ->
                                            "(below=%s, steps=%d)"
                                                    .formatted(nats(), 1 + random.nextInt(5)));
            case 4 -> "loop" + maybe(() -> "(hesitations=%d)".formatted(random.nextInt(4)));
            case 5 -> mixture();
            case 6 ->
                    "hysteresis(tau=%s, high=%s, low=0.1, momentum=%s)"
                            .formatted(nats(), random.nextDouble(0.1, 1), share());
            case 7 ->
                    "target-share(%s, over=%s, of=%s)"
                            .formatted(
                                    share(), pick("stream", "question"), pick("steps", "tokens"));
            default ->
                    "domain(code=%s, is=%s)"
                            .formatted(nats(), pick("auto", "maths", "code", "science", "general"));
        };
    }

    private String mixture() {
        return random.nextBoolean()
                ? "mixture" + maybe(() -> "(after=%d)".formatted(4 + random.nextInt(61)))
                : "mixture(%s, %s, 5, %s, %s, posterior=%s)"
                        .formatted(
                                random.nextDouble(0, 3),
                                random.nextDouble(0.01, 1),
                                random.nextDouble(0.01, 1),
                                random.nextDouble(0.01, 0.99),
                                share());
    }

    private String nats() {
        return pick("0", "inf", "1", String.valueOf(random.nextDouble(0, 10)), "1e-7", "-0.0");
    }

    private String share() {
        return pick("0", "1", "0.5", String.valueOf(random.nextDouble()));
    }

    private String maybe(Supplier<String> text) {
        return random.nextBoolean() ? text.get() : "";
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }
}

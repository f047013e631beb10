package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.plan.Prices;
import dev.glimprouter.eval.plan.Prices.PerMillion;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** What tokens and time cost. */
final class PriceOptions {

    @Option(
            names = "--small-price",
            paramLabel = "IN,OUT",
            description = "Price of a million tokens that the small model reads, and writes.")
    @Nullable String small;

    @Option(
            names = "--large-price",
            paramLabel = "IN,OUT",
            description = "The same of the large model.")
    @Nullable String large;

    @Option(
            names = "--hour-price",
            paramLabel = "PRICE",
            description = "Price of an hour of the machines that both models hold.")
    @Nullable Double hour;

    /**
     * The prices.
     *
     * @throws RequestException if one is no price
     */
    Prices prices() {
        if (hour != null && !(hour >= 0 && Double.isFinite(hour))) {
            throw new RequestException("--hour-price is 0 or more, not %s.".formatted(hour));
        }
        return new Prices(
                perMillion("--small-price", small),
                perMillion("--large-price", large),
                hour == null ? 0 : hour);
    }

    private static PerMillion perMillion(String option, @Nullable String text) {
        if (text == null) {
            return PerMillion.FREE;
        }
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 2) {
                return new PerMillion(
                        Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
            }
        } catch (IllegalArgumentException noPrice) {
            throw wrong(option, text, noPrice);
        }
        throw wrong(option, text, null);
    }

    private static RequestException wrong(
            String option, String text, @Nullable IllegalArgumentException cause) {
        String message =
                "%s takes two prices of a million tokens, such as 0.1,0.4, not '%s'."
                        .formatted(option, text);
        return cause == null ? new RequestException(message) : new RequestException(message, cause);
    }
}

package dev.glimprouter.eval.plan;

/**
 * Seconds of a question by what they go into.
 *
 * @param smallPrefill small reads the question and what large wrote
 * @param smallDecode small writes, drafts included
 * @param largePrefill large reads the question and what small wrote
 * @param largeDecode large writes
 * @param glimpses what glimpses take beside prefill and decoding
 * @param judging what verdicts take beside prefill
 * @param rest requests, and the router's own work
 */
public record Split(
        double smallPrefill,
        double smallDecode,
        double largePrefill,
        double largeDecode,
        double glimpses,
        double judging,
        double rest) {

    /** All of it. */
    public double total() {
        return smallPrefill + smallDecode + largePrefill + largeDecode + glimpses + judging + rest;
    }

    /** What small takes, glimpses included. */
    public double bySmall() {
        return smallPrefill + smallDecode + glimpses;
    }

    /** What large takes, verdicts included. */
    public double byLarge() {
        return largePrefill + largeDecode + judging;
    }
}

package dev.glimprouter.event;

/**
 * What one model did while the other one was still at work, and what of it was in vain.
 *
 * @param hints how often it was told to read a step that was still being written
 * @param aheadTokens tokens it evaluated for that, as far as its engine tells; part of the usage's
 *     prompt tokens
 * @param wastedTokens those of them that belong to no step that was kept
 * @param races how often it began a step before it was decided who writes it
 * @param lostRaces how often the other one was to write
 * @param lostTokens tokens it decoded in lost races, as far as its engine tells; part of the
 *     usage's discarded tokens
 */
public record Overlapping(
        long hints,
        long aheadTokens,
        long wastedTokens,
        long races,
        long lostRaces,
        long lostTokens) {

    /** Nothing overlapped. */
    public static final Overlapping NONE = new Overlapping(0, 0, 0, 0, 0, 0);

    /** A race that was won. */
    public static final Overlapping WON = new Overlapping(0, 0, 0, 1, 0, 0);

    /** A race that was lost, with the tokens that it had decoded. */
    public static Overlapping lost(int tokens) {
        return new Overlapping(0, 0, 0, 1, 1, tokens);
    }

    /** The sum of both. */
    public Overlapping plus(Overlapping other) {
        return new Overlapping(
                hints + other.hints,
                aheadTokens + other.aheadTokens,
                wastedTokens + other.wastedTokens,
                races + other.races,
                lostRaces + other.lostRaces,
                lostTokens + other.lostTokens);
    }
}

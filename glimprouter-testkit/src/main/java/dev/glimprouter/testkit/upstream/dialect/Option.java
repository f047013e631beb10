package dev.glimprouter.testkit.upstream.dialect;

/**
 * A candidate for a token.
 *
 * @param id its number
 * @param bytes its text
 * @param logprob natural logarithm of its probability, possibly negative infinity; NaN to be told
 *     as null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire, which nobody compares
record Option(int id, byte[] bytes, double logprob) {}

/**
 * Reads the hidden tests of LiveCodeBench: Base64, zlib, one pickled string, JSON. Every stage has
 * a bound, and what is not exactly such data is refused by one exception.
 */
package dev.glimprouter.eval.internal.hidden;

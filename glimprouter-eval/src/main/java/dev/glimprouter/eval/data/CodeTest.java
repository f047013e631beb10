package dev.glimprouter.eval.data;

/**
 * One test of a program.
 *
 * @param input standard input; for a function its arguments, one JSON value a line
 * @param output what standard output shall hold; for a function its result as JSON
 */
public record CodeTest(String input, String output) {}

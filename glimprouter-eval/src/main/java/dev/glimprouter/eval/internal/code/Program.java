package dev.glimprouter.eval.internal.code;

import java.util.Optional;

/**
 * A program to be run.
 *
 * @param source its text, in Python
 * @param function the method of the class {@code Solution} to call; empty for a script
 */
record Program(String source, Optional<String> function) {}

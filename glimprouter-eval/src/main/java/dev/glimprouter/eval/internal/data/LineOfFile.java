package dev.glimprouter.eval.internal.data;

import java.nio.file.Path;

/**
 * A line's place.
 *
 * @param number from 1
 * @param offset of its first byte, from 0
 */
record LineOfFile(Path file, int number, long offset) {}

package dev.glimprouter.eval.study;

/**
 * A step and the question it is of.
 *
 * @param question id of the question
 * @param step the step
 */
record PlacedStep(String question, StudiedStep step) {}

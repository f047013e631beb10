/**
 * Configuration as one writes it: the file, and the values that the command line takes in the same
 * words.
 */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.cli.config;

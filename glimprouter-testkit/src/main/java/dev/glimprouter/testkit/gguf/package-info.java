/**
 * Tiny random GGUF models, written when a test wants them: real enough for libllama, small enough
 * for the heap, and easy to break on purpose.
 */
package dev.glimprouter.testkit.gguf;

/**
 * The engine at work: one decode thread serves the models in turn; sessions leave jobs; a job
 * brings tokens into a sequence's cache and takes the logits after the last ones.
 */
package dev.glimprouter.llamacpp.internal.runtime;

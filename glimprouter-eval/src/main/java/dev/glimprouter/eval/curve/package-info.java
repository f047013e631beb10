/**
 * Accuracy against what large writes, over a sweep of a threshold: with random writers at equal
 * rates as the control, and other strategies matched to the same rates.
 */
package dev.glimprouter.eval.curve;

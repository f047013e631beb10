/** Engines that own tokens and logits, for exact logic of tokens. */
package dev.glimprouter.testkit.logits;

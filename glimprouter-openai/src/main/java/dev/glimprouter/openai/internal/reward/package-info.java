/** Reward models behind servers. */
package dev.glimprouter.openai.internal.reward;

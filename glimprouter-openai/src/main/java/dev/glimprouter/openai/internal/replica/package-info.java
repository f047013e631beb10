/** Several servers of one model: which one a problem stays on, and which ones are well. */
package dev.glimprouter.openai.internal.replica;

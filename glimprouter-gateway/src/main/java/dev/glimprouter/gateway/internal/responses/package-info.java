/** OpenAI's Responses API over the same plans and runs as chat completions. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.gateway.internal.responses;

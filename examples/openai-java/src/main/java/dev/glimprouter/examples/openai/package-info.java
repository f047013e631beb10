/** OpenAI's Java client over the gateway. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.examples.openai;

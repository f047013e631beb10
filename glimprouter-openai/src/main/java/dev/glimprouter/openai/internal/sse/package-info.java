/** Server-sent events: bytes to events, by the WHATWG standard. */
package dev.glimprouter.openai.internal.sse;

/** Requests and chunks as each kind of server writes them. */
package dev.glimprouter.openai.internal.wire;

/** A problem's life on a server: its text, its streams, what they cost. */
package dev.glimprouter.openai.internal.session;

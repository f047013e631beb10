/** What happened to a question: everything that is shown, streamed, logged or reported reads it. */
package dev.glimprouter.event;

/** What kinds of servers there are, as data, and which one answers. */
package dev.glimprouter.openai.internal.profile;

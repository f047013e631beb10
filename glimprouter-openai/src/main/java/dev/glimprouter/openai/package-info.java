/** Servers as engines: which kinds there are, and how one is opened. */
package dev.glimprouter.openai;

/** How generated tokens become text; for our own engines. */
package dev.glimprouter.internal.tokens;

/** The server, what it offers, and within which bounds. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.gateway;

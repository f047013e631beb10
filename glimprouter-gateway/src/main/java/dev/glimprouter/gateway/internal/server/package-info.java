/** Connections: routes, admission, streams and their ends. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.gateway.internal.server;

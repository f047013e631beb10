/** What is counted. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.gateway.internal.metrics;

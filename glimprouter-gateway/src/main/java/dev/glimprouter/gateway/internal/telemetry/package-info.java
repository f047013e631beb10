/** What others see of requests: reports, spans and numbers. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.gateway.internal.telemetry;

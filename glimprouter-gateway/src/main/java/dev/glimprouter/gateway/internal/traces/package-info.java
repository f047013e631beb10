/**
 * Traces of the requests that run and ran: files in a folder, one for each answer, and pages about
 * them.
 */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.gateway.internal.traces;

/**
 * Trace files. {@link dev.glimprouter.trace.TraceWriter} listens to a question and writes its
 * events, {@link dev.glimprouter.trace.TraceReader} gives them back, {@link
 * dev.glimprouter.trace.TraceSummary} and {@link dev.glimprouter.trace.ResultJson} sum them up. The
 * format is documented in docs/trace.md.
 */
package dev.glimprouter.trace;

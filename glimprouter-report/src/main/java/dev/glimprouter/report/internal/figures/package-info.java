/** What a report says, read from run files or a trace, before it has a form. */
package dev.glimprouter.report.internal.figures;

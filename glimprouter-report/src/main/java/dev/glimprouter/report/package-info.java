/** Reports on runs and traces; {@link dev.glimprouter.report.Report} is the front door. */
package dev.glimprouter.report;

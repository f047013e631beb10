/** The forms for other programs: Markdown, CSV, and samples as lm-evaluation-harness logs them. */
package dev.glimprouter.report.internal.form;

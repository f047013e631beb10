/** What the forms of a report share. */
package dev.glimprouter.report.internal;

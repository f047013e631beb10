/** The page: elements that escape what they hold, charts, sections, and the data of each step. */
package dev.glimprouter.report.internal.html;

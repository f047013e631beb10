/** Datasets: problems with their right answers, read from files that users bring. */
package dev.glimprouter.eval.data;

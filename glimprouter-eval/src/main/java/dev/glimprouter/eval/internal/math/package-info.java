/** Mathematical answers: read from LaTeX, evaluated within a budget, and compared. */
package dev.glimprouter.eval.internal.math;

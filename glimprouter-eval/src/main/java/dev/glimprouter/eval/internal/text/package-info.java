/** Figures and tables as people read them. */
package dev.glimprouter.eval.internal.text;

/** Exact fractions, for our own modules. */
package dev.glimprouter.internal.rational;

/**
 * Runs programs behind limits. A {@link dev.glimprouter.eval.internal.code.Sandbox} starts the
 * launcher, a script that builds a world without network and without foreign files, gives up its
 * rights, and becomes the program; outputs are compared here, so that right answers never enter it.
 */
package dev.glimprouter.eval.internal.code;

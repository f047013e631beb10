/** Tables and figures as people read them. */
package dev.glimprouter.eval.internal.text;

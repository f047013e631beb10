/** Codecs of run files that other files share. */
package dev.glimprouter.eval.internal.run;

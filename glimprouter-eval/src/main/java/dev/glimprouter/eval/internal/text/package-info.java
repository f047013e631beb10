/** Tables as text and as Markdown. */
package dev.glimprouter.eval.internal.text;

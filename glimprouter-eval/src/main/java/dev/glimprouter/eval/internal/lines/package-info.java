/**
 * Files of whole lines, a header first, that survive the death of their writer: what run files and
 * study files have in common.
 */
package dev.glimprouter.eval.internal.lines;

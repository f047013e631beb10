/** Graders: is an answer right, and why. */
package dev.glimprouter.eval.grade;

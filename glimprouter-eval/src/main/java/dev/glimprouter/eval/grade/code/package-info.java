/**
 * Grades programs by running them against tests, each in a process of its own behind limits that
 * were tried out first.
 */
package dev.glimprouter.eval.grade.code;

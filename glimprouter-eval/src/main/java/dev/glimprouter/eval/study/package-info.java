/**
 * The paper's motivation, measured: what is seen before and after steps, and what becomes of the
 * answer when the other model writes one of them.
 *
 * <p>A {@link dev.glimprouter.eval.study.StudyRun} follows a strategy through the questions of a
 * {@link dev.glimprouter.eval.study.StudyPlan} and has both models write each step; what it saw is
 * in a file of {@link dev.glimprouter.eval.study.StudyEntry} lines. A {@link
 * dev.glimprouter.eval.study.Study} is computed from that file alone.
 */
package dev.glimprouter.eval.study;

/**
 * Chooses the threshold of a strategy on questions that are then not reported.
 *
 * <p>A {@link dev.glimprouter.eval.calibrate.Knob} is the one number of a strategy that moves how
 * much large writes, a {@link dev.glimprouter.eval.calibrate.Target} what is wanted. {@link
 * dev.glimprouter.eval.calibrate.Calibration} asks the questions at one threshold after the other,
 * as the scores of the traces propose, and what comes of it is kept in a {@link
 * dev.glimprouter.eval.calibrate.Profile}.
 */
package dev.glimprouter.eval.calibrate;

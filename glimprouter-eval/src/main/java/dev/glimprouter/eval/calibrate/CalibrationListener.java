package dev.glimprouter.eval.calibrate;

/** Hears how a calibration goes on, on the caller's thread. */
@FunctionalInterface
public interface CalibrationListener {

    /** Hears nothing. */
    CalibrationListener NONE = _ -> {};

    /** A round was run. */
    void measured(Round round);
}

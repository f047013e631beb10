package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;

import picocli.CommandLine.Option;

/** In which form a curve is printed. */
final class CurveFormOptions extends FormOptions {

    @Option(names = "--csv", description = "Print CSV, with plain numbers, for programs.")
    boolean csv;

    /**
     * Whether it is CSV.
     *
     * @throws RequestException if another form is asked for, too
     */
    boolean csv() {
        if (csv && form() != Form.TEXT) {
            throw new RequestException("Leave out all of --csv, --json and --markdown but one.");
        }
        return csv;
    }
}

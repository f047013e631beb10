package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;

import picocli.CommandLine.Option;

/** In which form a result is printed. */
class FormOptions {

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Option(names = "--markdown", description = "Print Markdown.")
    boolean markdown;

    /** The forms. */
    enum Form {
        TEXT,
        JSON,
        MARKDOWN
    }

    /**
     * The form.
     *
     * @throws RequestException if two are asked for
     */
    Form form() {
        if (json && markdown) {
            throw new RequestException("Leave out either --json or --markdown.");
        }
        return json ? Form.JSON : markdown ? Form.MARKDOWN : Form.TEXT;
    }
}

package dev.glimprouter.gateway.internal.traces;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.question.Message;
import dev.glimprouter.trace.TraceHeader;
import dev.glimprouter.trace.TraceReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** The pages about traces. No text of a request or a model is in them but as text. */
public final class TracePages {

    private static final int MOST = 200;
    private static final int MOST_CHARS = 120;
    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <link rel="stylesheet" href="/traces/trace.css">
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private final TraceFolder folder;

    /** Pages about the traces of a folder. */
    public TracePages(TraceFolder folder) {
        this.folder = folder;
    }

    /** The newest traces. */
    public String list() {
        StringBuilder rows = new StringBuilder();
        for (String id : folder.newest(MOST)) {
            rows.append(
                    "<li><a href=\"/traces/%s\">%s</a>%s %s</li>%n"
                            .formatted(
                                    Html.text(id),
                                    Html.text(id),
                                    folder.live(id).isPresent() ? " <em>running</em>" : "",
                                    Html.text(question(id))));
        }
        String list = rows.isEmpty() ? "<p>There are none yet.</p>" : "<ul>\n" + rows + "</ul>";
        return FRAME.formatted("Traces", "<h1>Traces</h1>\n" + list);
    }

    /** The beginning of the question; blank while it cannot be read. */
    private String question(String id) {
        return folder.file(id).map(TracePages::question).orElse("");
    }

    private static String question(Path file) {
        try (TraceReader reader = TraceReader.open(file)) {
            TraceHeader header = reader.header();
            Message last = header.question().messages().getLast();
            String text = last.content().strip();
            return text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) + "..." : text;
        } catch (RequestException justBegun) {
            return "";
        }
    }

    /** One trace, which its script fills from its events. */
    public String one(String id) {
        return FRAME.formatted(
                Html.text(id),
                """
                <p><a href="/traces">Traces</a></p>
                <h1>%s</h1>
                <p id="state">Reading...</p>
                <pre id="question"></pre>
                <div id="steps"></div>
                <pre id="answer"></pre>
                <script src="/traces/trace.js" data-trace="%s"></script>"""
                        .formatted(Html.text(id), Html.text(id)));
    }

    /** A file that the pages need. */
    public static String resource(String name) {
        try (InputStream in = TracePages.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

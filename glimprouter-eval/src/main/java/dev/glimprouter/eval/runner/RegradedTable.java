package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** Runs that were graded anew, a row for each. */
public final class RegradedTable {

    private static final List<String> HEAD =
            List.of("system", "graded", "changed", "right before", "right now");

    private final List<Regraded> runs;

    /** A table of runs, in their order. */
    public RegradedTable(List<Regraded> runs) {
        this.runs = List.copyOf(runs);
    }

    /** For a terminal. */
    public String text() {
        return table().text();
    }

    /** As Markdown. */
    public String markdown() {
        return table().markdown();
    }

    /** As one JSON object on one line, without a line end. */
    public String json() {
        ObjectNode to = Json.object();
        ArrayNode list = to.putArray("runs");
        runs.forEach(
                run ->
                        list.addObject()
                                .put("system", run.system())
                                .put("graded", run.graded())
                                .put("changed", run.changed())
                                .put("rightBefore", run.rightBefore())
                                .put("rightNow", run.rightNow()));
        return Json.text(to);
    }

    private Table table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        runs.forEach(
                run ->
                        rows.add(
                                List.of(
                                        run.system(),
                                        Integer.toString(run.graded()),
                                        Integer.toString(run.changed()),
                                        Integer.toString(run.rightBefore()),
                                        Integer.toString(run.rightNow()))));
        return new Table(rows);
    }
}

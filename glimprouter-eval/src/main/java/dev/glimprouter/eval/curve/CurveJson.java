package dev.glimprouter.eval.curve;

import dev.glimprouter.eval.internal.run.FiguresCodec;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A curve as one JSON object; docs/calibration.md tells its fields. */
public final class CurveJson {

    private CurveJson() {}

    /** The object on one line, without a line end. */
    public static String of(Curve curve) {
        ObjectNode to = Json.object().put("dataset", curve.dataset());
        ArrayNode lines = to.putArray("lines");
        curve.lines().forEach(line -> lines.add(encode(line)));
        return Json.text(to);
    }

    private static ObjectNode encode(CurveLine line) {
        ObjectNode to = Json.object();
        to.put("kind", Json.word(line.kind())).put("point", line.point());
        to.put("system", line.system());
        if (Double.isNaN(line.threshold())) {
            to.putNull("threshold");
        } else {
            Json.putReal(to, "threshold", line.threshold());
        }
        to.put("file", line.file());
        to.set("figures", FiguresCodec.encode(line.figures()));
        line.versus()
                .ifPresentOrElse(
                        versus -> to.set("versus", encode(versus)), () -> to.putNull("versus"));
        return to;
    }

    private static ObjectNode encode(Versus versus) {
        ObjectNode to = Json.object().put("control", versus.control());
        to.set("difference", FiguresCodec.encode(versus.difference()));
        return to.put("p", versus.pValue()).put("adjustedP", versus.adjustedP());
    }
}

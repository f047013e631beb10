package dev.glimprouter.eval.internal.run;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Grade.Place;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

/** A grade as JSON. */
public final class GradeCodec {

    private GradeCodec() {}

    /** The fields of a grade. */
    public static ObjectNode encode(Grade grade) {
        ObjectNode to = Json.object().put("mark", Json.word(grade.mark()));
        grade.found().ifPresentOrElse(found -> to.put("found", found), () -> to.putNull("found"));
        return to.put("reason", grade.reason()).put("place", Json.word(grade.place()));
    }

    /** The grade with these fields; files from before there was a place have answers only. */
    public static Grade decode(Fields from) {
        return new Grade(
                from.word("mark", Mark.class),
                from.maybeText("found"),
                from.text("reason"),
                from.has("place") ? from.word("place", Place.class) : Place.ANSWER);
    }
}

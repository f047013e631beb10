package dev.glimprouter.eval.internal.data;

import dev.glimprouter.eval.data.DatasetKind;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;

import java.util.List;

/**
 * What was read from a dataset's file.
 *
 * @param name what to call it
 * @param task the kind of answer that all its problems ask for
 * @param problems the problems
 * @param notes what readers of results should know
 * @param publishable whether its texts may be shown
 */
public record Content(
        String name, Task task, List<Problem> problems, List<String> notes, boolean publishable) {

    static Content of(DatasetKind kind, Task task, List<Problem> problems, List<String> notes) {
        return new Content(kind.word(), task, problems, notes, kind.publishable());
    }
}

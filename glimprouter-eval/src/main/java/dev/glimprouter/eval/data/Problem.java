package dev.glimprouter.eval.data;

/**
 * One question of a dataset with its right answer.
 *
 * @param id unique in its dataset and the same on every read
 * @param text what the model is asked, without the task's instruction
 * @param gold the right answer
 */
public record Problem(String id, String text, Gold gold) {
    public Problem {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a problem needs an id");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("problem " + id + " has no text");
        }
    }
}

package dev.glimprouter.trace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the published code finds an answer in what the large model said. */
enum PublishedAnswer {
    /** By the words that announce one; the answer is all that was said. */
    WORDS,
    /** By a fenced block of code; the answer is the first one. */
    CODE;

    private static final List<String> ANNOUNCE = List.of("boxed", "Answer:", "ANSWER:");
    private static final Pattern FENCE = Pattern.compile("```[^\n]*\n(.*?)```", Pattern.DOTALL);

    /** The published data sets of code are named lcb with their version. */
    static PublishedAnswer of(String dataset) {
        return dataset.startsWith("lcb") ? CODE : WORDS;
    }

    /** Whether there is an answer. */
    boolean isIn(String said) {
        return switch (this) {
            case WORDS -> ANNOUNCE.stream().anyMatch(said::contains);
            case CODE -> FENCE.matcher(said).find();
        };
    }

    /** The answer; all that was said where no block is found. */
    String in(String said) {
        Matcher block = FENCE.matcher(said);
        return this == CODE && block.find() ? block.group(1) : said;
    }
}

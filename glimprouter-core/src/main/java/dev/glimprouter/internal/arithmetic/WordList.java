package dev.glimprouter.internal.arithmetic;

import java.util.Arrays;
import java.util.List;

/** Words written in one string, with a space between each two. */
final class WordList {

    private WordList() {}

    static List<String> of(String words) {
        return Arrays.stream(words.split(" ")).distinct().toList();
    }
}

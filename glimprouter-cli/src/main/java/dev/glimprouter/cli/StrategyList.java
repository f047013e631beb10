package dev.glimprouter.cli;

import java.util.ArrayList;
import java.util.List;

/** Several strategies in one text: commas part them, but not within parentheses. */
final class StrategyList {

    private StrategyList() {}

    /** The strategies of all texts, in order, without white space around them. */
    static List<String> split(List<String> texts) {
        return texts.stream().flatMap(text -> split(text).stream()).toList();
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth <= 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}

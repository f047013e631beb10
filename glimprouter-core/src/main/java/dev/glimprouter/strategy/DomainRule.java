package dev.glimprouter.strategy;

import dev.glimprouter.question.Question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a question's domain by its words.
 *
 * <p>In the first 2000 characters of the last message each domain counts how many different words
 * of its list occur; a code fence counts as three words of code, a LaTeX command as two of
 * mathematics. The most words win, in a tie code before science before maths. Without any, two
 * numbers make it maths; else it is general. English words only.
 */
final class DomainRule {

    private static final int LOOKED_AT = 2000;
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:\\+\\+)?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
    private static final Pattern LATEX = Pattern.compile("\\\\[a-zA-Z]{2,}");
    private static final List<Domain> IN_A_TIE = List.of(Domain.CODE, Domain.SCIENCE, Domain.MATHS);

    private static final Map<String, Domain> WORDS = new HashMap<>();

    static {
        put(
                Domain.MATHS,
                "how many, how much, total, sum, product, difference, average, percent, percentage,"
                        + " fraction, ratio, equation, solve, prove, proof, integer, integers, prime,"
                        + " divisible, remainder, polynomial, triangle, circle, square, rectangle,"
                        + " angle, perimeter, area, probability, derivative, integral, matrix,"
                        + " theorem, cost, costs, twice, half");
        put(
                Domain.CODE,
                "code, program, function, method, class, array, string, algorithm, python, java,"
                        + " javascript, typescript, rust, c++, sql, bug, compile, compiler, debug,"
                        + " implement, stdin, stdout, recursion, runtime, exception, def, return,"
                        + " import, void, json, regex, api");
        put(
                Domain.SCIENCE,
                "physics, chemistry, chemical, biology, atom, atoms, molecule, molecules, electron,"
                        + " proton, photon, quantum, energy, velocity, acceleration, gravity, mass,"
                        + " enzyme, protein, gene, genes, dna, rna, cell, cells, reaction, acid,"
                        + " solvent, temperature, wavelength, magnetic, orbit, star, galaxy, organism,"
                        + " species, isotope");
    }

    private DomainRule() {}

    private static void put(Domain domain, String words) {
        Arrays.stream(words.split(", *")).forEach(word -> WORDS.put(word, domain));
    }

    static Domain of(Question question) {
        String text = question.messages().getLast().content();
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        Map<Domain, Integer> hits = new EnumMap<>(Domain.class);
        for (String cue : cues(start.toLowerCase(Locale.ROOT))) {
            Domain domain = WORDS.get(cue);
            if (domain != null) {
                hits.merge(domain, 1, Integer::sum);
            }
        }
        if (start.contains("```")) {
            hits.merge(Domain.CODE, 3, Integer::sum);
        }
        if (LATEX.matcher(start).find()) {
            hits.merge(Domain.MATHS, 2, Integer::sum);
        }
        return hits.isEmpty() ? withoutWords(start) : most(hits);
    }

    /** Its different words, and pairs of neighbours. */
    private static Set<String> cues(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        Set<String> cues = new HashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            cues.add(words.get(i - 1) + " " + words.get(i));
        }
        return cues;
    }

    private static Domain withoutWords(String text) {
        return NUMBER.matcher(text).results().limit(2).count() == 2 ? Domain.MATHS : Domain.GENERAL;
    }

    private static Domain most(Map<Domain, Integer> hits) {
        Domain best = IN_A_TIE.getFirst();
        for (Domain domain : IN_A_TIE) {
            if (hits.getOrDefault(domain, 0) > hits.getOrDefault(best, 0)) {
                best = domain;
            }
        }
        return best;
    }
}

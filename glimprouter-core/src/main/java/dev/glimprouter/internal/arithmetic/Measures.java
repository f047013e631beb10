package dev.glimprouter.internal.arithmetic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Units of measure, as far as an equation may silently convert them.
 *
 * <p>Where two units of one dimension meet, nothing is judged. Where only one side names a unit,
 * the other side may be meant in a related one, so that the factors between them are tolerated.
 */
final class Measures {

    /** One unit and the factors by which related units differ from it. */
    private record Unit(String dimension, String name, List<Integer> factors) {}

    private static final Map<String, List<Unit>> UNITS = new HashMap<>();
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "km", "kg", "cm", "mm", "ml", "lb", "lbs", "oz", "ft", "in", "mph", "kph", "hr",
                    "hrs", "min", "mins", "sec", "secs", "yd", "gb", "mb", "kb", "mg");

    static {
        put("time", "60 3600", "second seconds sec secs");
        put("time", "60 1440", "minute minutes min mins");
        put("time", "60 3600 24 168", "hour hours hr hrs hourly");
        put("time", "24 1440 7 30 31 365", "day days daily");
        put("time", "7 168 4 52", "week weeks weekly");
        put("time", "12 30 4", "month months monthly");
        put("time", "12 365 52 10 100", "year years yearly annually");
        put("time", "10", "decade decades");
        put("time", "100", "century centuries");
        put("length", "12 36", "inch inches");
        put("length", "12 3 5280", "foot feet ft");
        put("length", "3 36 1760", "yard yards yd yds");
        put("length", "5280 1760", "mile miles");
        put("length", "10 1000", "millimeter millimeters millimetre millimetres mm");
        put("length", "10 100", "centimeter centimeters centimetre centimetres cm");
        put("length", "100 1000", "meter meters metre metres m");
        put("length", "1000", "kilometer kilometers kilometre kilometres km kms");
        put("mass", "16", "ounce ounces oz");
        put("mass", "16 2000", "pound pounds lb lbs");
        put("mass", "2000 1000", "ton tons tonne tonnes");
        put("mass", "1000", "gram grams");
        put("mass", "1000", "milligram milligrams mg");
        put("mass", "1000", "kilogram kilograms kilo kilos kg kgs");
        put("volume", "3", "teaspoon teaspoons");
        put("volume", "3 16", "tablespoon tablespoons");
        put("volume", "2 4 8 16", "cup cups");
        put("volume", "2 8", "pint pints");
        put("volume", "2 4", "quart quarts");
        put("volume", "4 8 16 128", "gallon gallons");
        put("volume", "1000", "milliliter milliliters millilitre millilitres ml");
        put("volume", "1000", "liter liters litre litres");
        put("money", "100", "$ dollar dollars buck bucks euro euros");
        put("money", "100", "cent cents penny pennies");
        put("money", "20", "nickel nickels");
        put("money", "10", "dime dimes");
        put("money", "4", "quarter quarters");
        put("data", "1000 1024", "gb gigabyte gigabytes");
        put("data", "1000 1024", "mb megabyte megabytes");
        put("data", "1000 1024", "kb kilobyte kilobytes");
        put("angle", "180", "degree degrees");
        put("angle", "180", "radian radians");
        for (String speed : List.of("mph", "kph", "mpg")) {
            UNITS.put(speed, both("hour", speed.startsWith("k") ? "km" : "mile"));
        }
    }

    private Measures() {}

    private static void put(String dimension, String factors, String words) {
        List<Integer> numbers = WordList.of(factors).stream().map(Integer::valueOf).toList();
        List<String> names = WordList.of(words);
        for (String word : names) {
            UNITS.put(word, List.of(new Unit(dimension, names.getFirst(), numbers)));
        }
    }

    private static List<Unit> both(String one, String other) {
        List<Unit> units = new ArrayList<>(UNITS.getOrDefault(one, List.of()));
        units.addAll(UNITS.getOrDefault(other, List.of()));
        return units;
    }

    static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word);
    }

    static boolean isUnit(String word) {
        return UNITS.containsKey(word);
    }

    /** Whether these words name two units of one dimension. */
    static boolean mix(Collection<String> words) {
        Map<String, String> seen = new HashMap<>();
        for (Unit unit : units(words)) {
            String before = seen.put(unit.dimension, unit.name);
            if (before != null && !before.equals(unit.name)) {
                return true;
            }
        }
        return false;
    }

    /** By what one side may silently be off where only the other names a unit. */
    static Set<Integer> factors(Collection<String> left, Collection<String> right) {
        Set<Unit> leftUnits = units(left);
        Set<Unit> rightUnits = units(right);
        Set<Integer> factors = new HashSet<>();
        addUnless(rightUnits, leftUnits, factors);
        addUnless(leftUnits, rightUnits, factors);
        return factors;
    }

    private static void addUnless(Set<Unit> units, Set<Unit> named, Set<Integer> factors) {
        for (Unit unit : units) {
            if (named.stream().noneMatch(other -> other.dimension.equals(unit.dimension))) {
                factors.addAll(unit.factors);
            }
        }
    }

    private static Set<Unit> units(Collection<String> words) {
        Set<Unit> units = new HashSet<>();
        words.forEach(word -> units.addAll(UNITS.getOrDefault(word, List.of())));
        return units;
    }
}

package dev.glimprouter.benchmarks;

/**
 * Computes what stands in a calculator annotation, such as {@code 48/2} or {@code (3+4)*.5}, in
 * floating point: a second opinion, apart from the code that is measured.
 */
final class GoldExpression {

    private final String text;
    private int at;

    private GoldExpression(String text) {
        this.text = text;
    }

    /** Its value; not a number where it cannot be computed. */
    static double value(String expression) {
        GoldExpression gold = new GoldExpression(expression.replaceAll("[\\s,$]", ""));
        double value = gold.sum();
        return gold.at == gold.text.length() ? value : Double.NaN;
    }

    private double sum() {
        double value = product();
        while (isNext('+') || isNext('-')) {
            boolean plus = isNext('+');
            at++;
            double other = product();
            value = plus ? value + other : value - other;
        }
        return value;
    }

    private double product() {
        double value = factor();
        while (isNext('*') || isNext('/')) {
            boolean times = isNext('*');
            at++;
            double other = factor();
            value = times ? value * other : value / other;
        }
        return value;
    }

    private double factor() {
        if (isNext('-')) {
            at++;
            return -factor();
        }
        double value = isNext('(') ? group() : number();
        if (isNext('%')) {
            at++;
            value /= 100;
        }
        return value;
    }

    private double group() {
        at++;
        double value = sum();
        at++;
        return value;
    }

    private double number() {
        int start = at;
        while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private boolean isNext(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}

package dev.glimprouter.eval.data;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.DatasetRef.Place;
import dev.glimprouter.internal.names.NearestName;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a written reference apart. */
final class RefReader {

    private static final List<String> OPTIONS =
            List.of("sha256", "question", "answer", "id", "options", "task", "publish");
    private static final Pattern WITH_OPTIONS = Pattern.compile("(.*?)#([a-z0-9]+=.*)");
    private static final Pattern WITH_KIND = Pattern.compile("([A-Za-z][A-Za-z0-9-]+):(.+)");
    private static final List<String> SCHEMES = List.of("http", "https");

    private final String text;
    private final Map<String, String> options = new LinkedHashMap<>();
    private String place;
    private Optional<DatasetKind> kind = Optional.empty();

    RefReader(String text) {
        this.text = text;
        this.place = text.strip();
    }

    DatasetRef read() {
        takeOptions();
        takeKind();
        if (place.isBlank()) {
            throw new RequestException(
                    "'%s' names no dataset: write KIND:FILE, such as gsm8k:test.jsonl."
                            .formatted(text));
        }
        FieldChoice fields =
                new FieldChoice(
                        option("question"),
                        option("answer"),
                        option("id"),
                        option("options"),
                        option("task").map(this::task));
        return new DatasetRef(
                kind,
                place(),
                option("sha256").map(digits -> digits.toLowerCase(Locale.ROOT)),
                fields,
                option("publish").map(this::yesOrNo));
    }

    private void takeOptions() {
        Matcher matcher = WITH_OPTIONS.matcher(place);
        if (!matcher.matches()) {
            return;
        }
        place = matcher.group(1);
        for (String option : matcher.group(2).split("&", -1)) {
            String[] parts = option.split("=", 2);
            if (parts.length < 2 || parts[1].isBlank() || !OPTIONS.contains(parts[0])) {
                throw new RequestException(
                        "'%s' in '%s' is no option of a dataset: %s"
                                .formatted(option, text, NearestName.hint(OPTIONS, parts[0])));
            }
            if (options.put(parts[0], parts[1]) != null) {
                throw new RequestException("'%s' has %s twice.".formatted(text, parts[0]));
            }
        }
    }

    private void takeKind() {
        Matcher matcher = WITH_KIND.matcher(place);
        if (!matcher.matches() || SCHEMES.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
            return;
        }
        String word = matcher.group(1);
        kind = DatasetKind.of(word.toLowerCase(Locale.ROOT));
        if (kind.isEmpty()) {
            throw new RequestException(
                    "'%s' is no kind of dataset: %s"
                            .formatted(word, NearestName.hint(DatasetKind.words(), word)));
        }
        place = matcher.group(2);
    }

    private Place place() {
        try {
            return place.matches("(?i)https?://.*")
                    ? new Place.Remote(new URI(place))
                    : new Place.Local(Path.of(place));
        } catch (URISyntaxException | InvalidPathException wrong) {
            throw new RequestException(
                    "'%s' is neither a file nor an address (%s)."
                            .formatted(place, wrong.getMessage()),
                    wrong);
        }
    }

    private Task task(String word) {
        return Arrays.stream(Task.values())
                .filter(task -> task != Task.CODE && task.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new RequestException(
                                        "task=%s: known are maths, choice and general."
                                                .formatted(word)));
    }

    private boolean yesOrNo(String word) {
        return switch (word) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new RequestException("publish=%s: write yes or no.".formatted(word));
        };
    }

    private Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}

package dev.glimprouter.models;

import dev.glimprouter.error.RequestException;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the kinds of reference apart and reads each. */
final class RefParser {

    private static final String HUB = "hf:";
    private static final Pattern SPLIT_MODEL = Pattern.compile(".*-\\d{5}-of-\\d{5}\\.gguf");

    private final Catalogue catalogue;

    RefParser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ModelRef parse(String text) {
        String ref = text.strip();
        if (ref.isEmpty()) {
            throw new RequestException("The model reference is empty: name a model.");
        }
        if (ref.startsWith(HUB)) {
            return hub(ref);
        }
        if (ref.contains("://")) {
            return servers(ref);
        }
        Optional<CatalogueModel> known = catalogue.model(ref);
        if (known.isPresent()) {
            return new ModelRef.Named(known.get());
        }
        return isPath(ref) ? localFile(ref) : refuse(ref);
    }

    private ModelRef hub(String ref) {
        String[] names = ref.substring(HUB.length()).split("/", 3);
        if (names.length < 3 || !ref.endsWith(".gguf")) {
            throw new RequestException("'" + ref + "' is not of the form hf:owner/repo/file.gguf.");
        }
        if (SPLIT_MODEL.matcher(ref).matches()) {
            throw new RequestException(
                    "'" + ref + "' is a piece of a split model: name one that is a single file.");
        }
        try {
            HubFile file = HubFile.ofMain(names[0], names[1], names[2]);
            return catalogue
                    .model(file)
                    .<ModelRef>map(ModelRef.Named::new)
                    .orElseGet(() -> new ModelRef.Hub(file));
        } catch (IllegalArgumentException e) {
            throw new RequestException("Cannot read '" + ref + "': " + e.getMessage() + ".", e);
        }
    }

    private static ModelRef servers(String ref) {
        int hash = ref.indexOf('#');
        String urls = hash < 0 ? ref : ref.substring(0, hash);
        String model = hash < 0 ? "" : ref.substring(hash + 1).strip();
        if (hash >= 0 && model.isEmpty()) {
            throw new RequestException("'" + ref + "' has no model name after the #.");
        }
        List<URI> replicas = Arrays.stream(urls.split(",", -1)).map(RefParser::baseUrl).toList();
        return new ModelRef.Servers(replicas, model);
    }

    private static URI baseUrl(String text) {
        try {
            URI url = new URI(text.strip().replaceFirst("/+$", ""));
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
                throw new RequestException(
                        "'" + text + "' is not a server address such as http://localhost:8080/v1.");
            }
            if (url.getUserInfo() != null || url.getQuery() != null) {
                throw new RequestException(
                        "The address of "
                                + url.getHost()
                                + " holds a user name, a key or a query: leave them out.");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new RequestException("'" + text + "' is not an address: " + e.getReason(), e);
        }
    }

    private static boolean isPath(String ref) {
        return ref.endsWith(".gguf") || ref.contains("/") || ref.contains("\\");
    }

    private static ModelRef localFile(String ref) {
        if (!ref.toLowerCase(Locale.ROOT).endsWith(".gguf")) {
            throw new RequestException(
                    "'"
                            + ref
                            + "' is no model reference: a path ends in .gguf, and a file of the"
                            + " model hub is written hf:owner/repo/file.gguf.");
        }
        try {
            return new ModelRef.LocalFile(Path.of(ref));
        } catch (InvalidPathException e) {
            throw new RequestException("'" + ref + "' is not a path: " + e.getReason(), e);
        }
    }

    private ModelRef refuse(String ref) {
        if (catalogue.pairs().stream().anyMatch(pair -> pair.name().equals(ref))) {
            throw new RequestException(
                    "'" + ref + "' is a pair of models: use --pair " + ref + ".");
        }
        throw catalogue.unknownModel(ref);
    }
}

package dev.glimprouter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import org.junit.jupiter.api.Assumptions;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, which hears every request and every complaint of a page. Tests are
 * skipped where there is none, and fail where GLIMPROUTER_BROWSER says that it is required.
 */
final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path chromium, Path node) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(
                                        Map.of(
                                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                                "1",
                                                "PLAYWRIGHT_NODEJS_PATH",
                                                node.toString())));
        browser =
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium));
    }

    /** Starts it, or skips the tests. */
    static Chromium start() {
        Optional<Path> chromium =
                onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        Optional<Path> node = onPath("node");
        boolean found = chromium.isPresent() && node.isPresent();
        String missing =
                "No Chromium and Node on the search path: install them, such as by apt-get install"
                        + " chromium nodejs.";
        if ("required".equals(System.getenv("GLIMPROUTER_BROWSER"))) {
            assertThat(found).as(missing).isTrue();
        }
        Assumptions.assumeTrue(found, missing);
        return new Chromium(chromium.orElseThrow(), node.orElseThrow());
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(
                        name ->
                                Stream.of(path.split(File.pathSeparator, -1))
                                        .map(f -> Path.of(f, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page of the usual size that shows a file. */
    Page open(Path file) {
        return open(file, new Browser.NewContextOptions());
    }

    /** A page that shows a file. */
    Page open(Path file, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        Page page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(file.toUri().toString());
        return page;
    }

    /** Addresses of all that was asked for. */
    List<String> requests() {
        return requests;
    }

    /** What pages wrote to the console, and errors of scripts. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}

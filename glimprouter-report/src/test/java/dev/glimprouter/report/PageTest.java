package dev.glimprouter.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import dev.glimprouter.eval.compare.ComparisonPlan;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What people do with the page, in a real browser. */
class PageTest {

    private static final int QUESTIONS = 40;
    private static final String EVIL =
            "<script>window.ran=1</script><img src=http://example.invalid/x onerror=window.ran=1>"
                    + "</script><!-- --><b onclick=window.ran=1>";

    @TempDir static Path folder;

    private static Chromium chromium;
    private static Path report;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        List<Path> runs =
                ScriptedRun.of(folder.resolve("runs"), QUESTIONS)
                        .write(
                                new Thinker(1, 20),
                                new Thinker(2, 60),
                                "large-steps",
                                "small-steps",
                                "glimpse(tau=1.0)");
        report = write("report.html", runs);
    }

    private static Path write(String name, List<Path> files) {
        Path file = folder.resolve(name);
        Report.of(files, ComparisonPlan.DEFAULT).write(file, ReportForm.HTML);
        return file;
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Nothing from outside, no error, no warning: whatever a test did. */
    @AfterEach
    void nothingWasAskedForAndNothingComplained() {
        assertThat(chromium.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:"));
        assertThat(chromium.complaints()).isEmpty();
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true);
    }

    private static Locator question(Page page, int number) {
        return page.locator("details.question").nth(number);
    }

    @Test
    void opensWithAllItsParts() {
        Page page = chromium.open(report);

        assertThat(page).hasTitle("GlimpRouter report: sums");
        assertThat(page.locator("main h2"))
                .hasText(
                        new String[] {
                            "Summary",
                            "Against the first system",
                            "Accuracy against cost",
                            "H_init of the steps",
                            "Time by phase",
                            "Failures by kind",
                            "Questions",
                            "Conditions"
                        });
        assertThat(page.locator("#summary tbody tr")).hasCount(3);
        assertThat(page.locator("#found")).containsText("30 of 40 questions");
    }

    @Test
    void everyPictureHasANameAndItsNumbers() {
        Page page = chromium.open(report);

        for (Locator picture : page.locator("figure > svg").all()) {
            assertThat(picture).hasRole(AriaRole.IMG);
            assertThat(picture).hasAccessibleName(Pattern.compile(".+"));
        }
        assertThat(page.locator("figure > svg").count()).isGreaterThanOrEqualTo(3);
        assertThat(page.locator("figure details.data table"))
                .hasCount(page.locator("figure > svg").count());
    }

    @Test
    void isDarkWhereTheSystemIsAndByTheButton() {
        Page light =
                chromium.open(
                        report, new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        String before = background(light);
        light.locator("#theme").click();
        assertThat(light.locator("#theme")).hasAttribute("aria-pressed", "true");
        String after = background(light);

        Page dark =
                chromium.open(
                        report, new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));

        assertThat(before).isNotEqualTo(after);
        assertThat(background(dark)).isEqualTo(after);
    }

    private static String background(Page page) {
        return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
                .toString();
    }

    @Test
    void questionsAreFiltered() {
        Page page = chromium.open(report);

        page.locator("#search").fill("sum-7");
        assertThat(page.locator("details.question")).hasCount(1);
        page.locator("#search").fill("");
        page.locator("#mark").selectOption("w");
        page.locator("#system").selectOption("1");
        assertThat(page.locator("#found")).containsText("that match");
        assertThat(page.locator("details.question").first().locator(".chip.w").first()).isVisible();
        page.locator("#mark").selectOption("f");
        assertThat(page.locator("details.question")).hasCount(0);
        page.locator("#mark").selectOption("");
        page.locator("#system").selectOption("");
        assertThat(page.locator("details.question")).hasCount(30);
        page.locator("#more").click();
        assertThat(page.locator("details.question")).hasCount(QUESTIONS);
        assertThat(page.locator("#more")).isHidden();
    }

    @Test
    void aQuestionAndAStepOpen() {
        Page page = chromium.open(report);
        Locator question = question(page, 3);

        question.locator("summary").first().click();
        Locator run = question.locator(".run").nth(2);
        assertThat(question.locator(".asked")).hasText("What is 3 + 3?");
        assertThat(run.locator(".answer")).containsText("The sum is \\boxed{6}.");
        Locator step = run.locator(".step").first();
        step.click();
        assertThat(step).hasAttribute("aria-expanded", "true");
        assertThat(run.locator(".panel")).containsText("H_init");
        assertThat(run.locator(".panel")).containsText("glimpse(tau=1.0)");
        assertThat(run.locator(".panel .text")).containsText("First");
        step.click();
        assertThat(run.locator(".panel")).isHidden();
        run.locator(".reasoning summary").click();
        assertThat(run.locator(".all .who").first()).isVisible();
    }

    @Test
    void theKeyboardIsEnough() {
        Page page = chromium.open(report);

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#theme")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#theme")).hasAttribute("aria-pressed", "true");
        Locator summary = question(page, 0).locator("summary").first();
        page.locator("#search").focus();
        page.keyboard().press("Tab");
        assertThat(summary).isFocused();
        page.keyboard().press("Enter");
        Locator steps = question(page, 0).locator(".run").first().locator(".step");
        assertThat(steps.first()).isVisible();
        page.keyboard().press("Tab");
        assertThat(steps.first()).isFocused();
        page.keyboard().press("End");
        assertThat(steps.last()).isFocused();
        page.keyboard().press("Enter");
        assertThat(steps.last()).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Tab");
        assertThat(question(page, 0).locator(".run").first().locator(".reasoning summary"))
                .isFocused();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void nothingIsWiderThanTheScreen(int width) {
        Page page =
                chromium.open(report, new Browser.NewContextOptions().setViewportSize(width, 740));
        question(page, 0).locator("summary").first().click();
        question(page, 0).locator(".step").first().click();
        for (Locator details : page.locator("main details.data > summary").all()) {
            details.click();
        }

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
    }

    @Test
    void stepsAreLargeEnoughForFingers() {
        Page page = chromium.open(report, phone());
        question(page, 0).locator("summary").first().tap();

        for (Locator step : question(page, 0).locator(".step").all()) {
            assertThat(step.boundingBox().width).isGreaterThanOrEqualTo(40);
            assertThat(step.boundingBox().height).isGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void textOfModelsStaysText() {
        Script evil =
                scene ->
                        scene.text().contains("</think>")
                                ? Reply.text(EVIL + " \\boxed{1}")
                                : Reply.text(EVIL + "</think>");
        Path file =
                write(
                        "evil.html",
                        ScriptedRun.of(folder.resolve("evil"), 2)
                                .write(evil, evil, "glimpse(tau=1.0)"));
        Page page = chromium.open(file);
        question(page, 0).locator("summary").first().click();
        question(page, 0).locator(".step").first().click();

        assertThat(question(page, 0).locator(".answer .text")).hasText(EVIL + " \\boxed{1}");
        assertThat(question(page, 0).locator(".panel .text")).hasText(EVIL);
        assertThat(page.evaluate("window.ran === undefined")).isEqualTo(true);
        assertThat(page.locator("main img, main b[onclick]")).hasCount(0);
    }

    @Test
    void theFiguresNeedNoScript() {
        Page page =
                chromium.open(report, new Browser.NewContextOptions().setJavaScriptEnabled(false));

        assertThat(page.locator("#summary tbody tr")).hasCount(3);
        assertThat(page.locator("figure > svg").first()).isVisible();
        assertThat(page.locator("noscript p")).isVisible();
        assertThat(page.locator("#filter")).isHidden();
        assertThat(page.locator("#theme")).isHidden();
    }

    @Test
    void secretTextsAreNotInTheFile() throws Exception {
        Path file =
                write(
                        "secret.html",
                        ScriptedRun.of(folder.resolve("secret"), 2)
                                .secret()
                                .write(new Thinker(1, 20), new Thinker(2, 60), "glimpse(tau=1.0)"));
        Page page = chromium.open(file);
        question(page, 0).locator("summary").first().click();
        question(page, 0).locator(".step").first().click();

        assertThat(page.locator("#questions .warning")).containsText("not published");
        assertThat(question(page, 0).locator(".panel")).containsText("H_init");
        assertThat(Files.readString(file))
                .doesNotContain("What is 0 + 0?", "The sum is", "\"text\":", "\"answer\":");
    }
}

package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is deployed starts what there is, and leaves it time to end. */
class DeployTest {

    private static final Duration CLOSING = Duration.ofSeconds(3);

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("..", file));
    }

    @Test
    void theUnitWaitsLongerThanTheGatewayDrains() throws IOException {
        Matcher stop =
                Pattern.compile("(?m)^TimeoutStopSec=([0-9]+)s$")
                        .matcher(read("deploy/glimprouter.service"));

        assertThat(stop.find()).isTrue();
        assertThat(Duration.ofSeconds(Long.parseLong(stop.group(1))))
                .isGreaterThan(GatewaySettings.DEFAULT.drain().plus(CLOSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/glimprouter.service", "deploy/Containerfile"})
    void theyStartWhatTheLauncherStarts(String file) throws IOException {
        for (String part :
                new String[] {
                    "dev.glimprouter.cli/dev.glimprouter.cli.Main",
                    "--enable-native-access=dev.glimprouter.llamacpp"
                }) {
            assertThat(read("glimprouter")).contains(part);
            assertThat(read(file)).contains(part);
        }
    }
}

package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.upstream.OwnCertificate;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.net.ssl.SSLSocketFactory;

/** A gateway with a certificate of one's own. */
class TlsTest {

    private static Path certificate;
    private static Path key;
    private static SSLSocketFactory trusting;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        OwnCertificate own = OwnCertificate.make(folder);
        certificate = Files.writeString(folder.resolve("certificate.pem"), own.pem());
        key = Files.writeString(folder.resolve("key.pem"), own.keyPem());
        trusting = own.client().getSocketFactory();
    }

    private static House secure() {
        House house = House.usual();
        house.settings = house.settings.withTls(new TlsFiles(certificate, key));
        return house.open();
    }

    @Test
    void aStreamGoesThroughTls() {
        try (House house = secure()) {
            assertThat(house.gateway().address().getScheme()).isEqualTo("https");
            try (Wire wire = Wire.to(trusting, house.gateway().port())) {
                Wire.Got got = wire.post("/v1/chat/completions", Json.stream("")).read();

                assertThat(got.body()).contains("boxed").endsWith("data: [DONE]\n\n");
                assertThat(wire.get("/v1/models").read().status()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
    void aFileThatIsNoKeyIsRefused(String text, @TempDir Path folder) throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.pem"), text);
        GatewaySettings settings =
                GatewaySettings.DEFAULT.withTls(new TlsFiles(certificate, wrong));

        assertThatThrownBy(() -> Gateway.check(settings))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("wrong.pem");
    }

    @Test
    void aFileThatIsNoCertificateIsRefused() {
        GatewaySettings settings = GatewaySettings.DEFAULT.withTls(new TlsFiles(key, key));

        assertThatThrownBy(() -> Gateway.check(settings)).isInstanceOf(SetupException.class);
    }

    @Test
    void aFileThatIsMissingIsRefused(@TempDir Path folder) {
        GatewaySettings settings =
                GatewaySettings.DEFAULT.withTls(new TlsFiles(folder.resolve("no.pem"), key));

        assertThatThrownBy(() -> Gateway.check(settings))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("no.pem");
    }
}

package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of one's own, made afresh so that no key lies in the repository. */
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static Path certificate;
    private static Path key;
    private static SSLSocketFactory trusting;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("store.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=Test",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-validity",
                                "2",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        certificate =
                pem(folder, "certificate", "CERTIFICATE", store.getCertificate("a").getEncoded());
        key = pem(folder, "key", "PRIVATE KEY", store.getKey("a", PASSWORD).getEncoded());
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("a", store.getCertificate("a"));
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        trusting = context.getSocketFactory();
    }

    private static Path pem(Path folder, String name, String kind, byte[] der) throws Exception {
        return Files.writeString(
                folder.resolve(name + ".pem"),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind));
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

package dev.glimprouter.openai.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.sse.SseDecoder;
import dev.glimprouter.testkit.upstream.OwnCertificate;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.net.ssl.SSLContext;

/** Servers with certificates of the user's own. */
class TlsTest extends HttpTestBase {

    private static SSLContext context;
    private static String pem;
    private static String otherPem;

    @TempDir private Path folder;

    @BeforeAll
    static void makeCertificates(@TempDir Path at) throws Exception {
        OwnCertificate own = OwnCertificate.make(at);
        context = own.server();
        pem = own.pem();
        Path file = Files.writeString(at.resolve("own.pem"), pem);
        otherPem = OwnCertificate.pem(Trust.trusted(file).getLast());
    }

    private RawServer secure() throws IOException {
        return closing(
                new RawServer(
                        context.getServerSocketFactory()
                                .createServerSocket(0, 16, InetAddress.getLoopbackAddress()),
                        "https",
                        peer -> {
                            peer.request().stream().chunk("data: 1\n\n");
                            peer.awaitEnd();
                        }));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("authority.pem"), text);
    }

    private EventStream open(RawServer server, ServerSettings settings) {
        return transport(server.uri(), settings)
                .open(Call.post(server.uri(), "{}"), new SseDecoder());
    }

    @Test
    void theUsersCertificatesAreTrustedAndClosingWorksThroughTls() throws IOException {
        Path file = file("Subject: somebody\n" + otherPem + "# the next one\n" + pem);
        EventStream stream = open(secure(), ServerSettings.DEFAULT.withAuthority(file));

        assertThat(stream.next()).contains("1");
        var second = async(stream::next);
        stream.close();
        assertThat(second.join()).isEmpty();
    }

    @Test
    void otherCertificatesAreNot() throws IOException {
        EventStream strange = open(secure(), ServerSettings.DEFAULT.withAuthority(file(otherPem)));
        assertThatThrownBy(strange::next)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("is not to be trusted: ")
                .hasMessageContaining(". If it is yours")
                .hasMessageContaining("name a file with its authority (PEM)");
    }

    @Test
    void aCertificateForAnotherHostIsNotTrusted() throws IOException {
        URI elsewhere = URI.create(secure().uri().toString().replace("127.0.0.1", "localhost"));
        Transport transport = transport(elsewhere, ServerSettings.DEFAULT.withAuthority(file(pem)));
        assertThatThrownBy(() -> send(transport, Call.get(elsewhere)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("No name matching localhost found");
    }

    @Test
    void javasAuthoritiesStayTrusted() throws Exception {
        Path file = file(pem);
        assertThat(Trust.with(file)).isNotNull();
        assertThat(Trust.trusted(file)).hasSizeGreaterThan(20);
    }

    @Test
    void aServerWithoutTlsIsToldApart() {
        RawServer plain = server(peer -> peer.send("HTTP/1.1 400 Bad\r\n\r\n").awaitEnd());
        URI uri = URI.create(plain.uri().toString().replace("http:", "https:"));

        assertThatThrownBy(() -> send(transport(uri, ServerSettings.DEFAULT), Call.get(uri)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("speaks no TLS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
            })
    void aFileWithoutCertificatesIsTold(String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> Trust.with(file))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aMissingFileIsTold() {
        assertThatThrownBy(() -> Trust.with(folder.resolve("none")))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("cannot be read: NoSuchFileException");
    }
}

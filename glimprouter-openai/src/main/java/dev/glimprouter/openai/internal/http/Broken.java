package dev.glimprouter.openai.internal.http;

import dev.glimprouter.error.Details;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.sse.TooLongException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;

/** Says what a connection that failed means to the caller. */
final class Broken {

    private final OneLine line;

    Broken(OneLine line) {
        this.line = line;
    }

    /**
     * A failure of ours for one of the client's.
     *
     * @param server as messages name it
     */
    GlimpRouterException of(String server, Throwable failure) {
        Throwable cause = line.mayShow(failure) ? failure : null;
        if (has(failure, UnresolvedAddressException.class, UnknownHostException.class)) {
            return setup(server, "There is no host of %s: check the address.", cause);
        }
        if (has(
                failure,
                CertificateException.class,
                CertPathBuilderException.class,
                CertPathValidatorException.class)) {
            return setup(
                    server,
                    "The certificate of %s is not to be trusted"
                            + line.afterColon(root(failure))
                            + ". If it is yours, name a file with its authority (PEM), and the host that it was made for.",
                    cause);
        }
        if (failure instanceof TooLongException) {
            return setup(
                    server,
                    "%s sends no end: "
                            + line.of(root(failure))
                            + ". Is it a server of the kind that was named?",
                    cause);
        }
        if (has(failure, SSLException.class) && root(failure).contains("SSL message")) {
            return setup(server, "%s speaks no TLS: try http://.", cause);
        }
        return new RetryableException(server + passing(failure), Details.of(server), cause);
    }

    private String passing(Throwable failure) {
        if (has(failure, LateException.class)) {
            return " " + root(failure) + ".";
        }
        if (has(failure, ConnectTimeoutException.class)) {
            return " took no connection in time, the connect timeout.";
        }
        if (has(failure, ConnectException.class)) {
            return " takes no connections: is the server started, and the port right?";
        }
        return " broke off the connection" + line.afterColon(root(failure));
    }

    private static SetupException setup(String server, String format, @Nullable Throwable cause) {
        return new SetupException(format.replace("%s", server), Details.of(server), cause);
    }

    private static String root(Throwable failure) {
        Throwable last = failure;
        for (int i = 0; i < 20 && last.getCause() != null; i++) {
            last = last.getCause();
        }
        String message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : message;
    }

    @SafeVarargs
    private static boolean has(Throwable failure, Class<? extends Throwable>... kinds) {
        Throwable one = failure;
        for (int i = 0; i < 20 && one != null; i++) {
            for (Class<? extends Throwable> kind : kinds) {
                if (kind.isInstance(one)) {
                    return true;
                }
            }
            one = one.getCause();
        }
        return false;
    }
}

package dev.glimprouter.openai.internal.http;

import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.TimeValue;

import java.io.IOException;

/**
 * Sends a request once more that met a used connection just when the server closed it: no answer
 * came, and asking a model again does no harm. Everything else is for those to try again who tell
 * the user about it.
 */
final class OnceMore implements HttpRequestRetryStrategy {

    @Override
    public boolean retryRequest(
            HttpRequest request, IOException failure, int attempt, HttpContext context) {
        return attempt == 1 && failure instanceof NoHttpResponseException && wasUsedBefore(context);
    }

    private static boolean wasUsedBefore(HttpContext context) {
        EndpointDetails details = HttpCoreContext.cast(context).getEndpointDetails();
        return details != null && details.getRequestCount() > 1;
    }

    @Override
    public boolean retryRequest(HttpResponse response, int attempt, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int attempt, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }
}

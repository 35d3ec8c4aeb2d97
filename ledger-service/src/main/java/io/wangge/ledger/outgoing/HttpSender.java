package io.wangge.ledger.outgoing;

import io.wangge.ledger.webhook.Reply;
import io.wangge.ledger.webhook.Sender;
import io.wangge.ledger.webhook.TargetGuard;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages. The guard sits where names become addresses, so that the address that was judged is the one that is
 * connected to; redirects are not followed, since they would lead around it.
 */
public final class HttpSender implements Sender, AutoCloseable {
    private static final ContentType STRUCTURED =
            ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);
    private static final int SHORT_BODY = 16 * 1024;
    private static final int MOST_CONNECTIONS = 100;
    private static final int MOST_PER_TARGET = 10;

    private final TargetGuard guard;
    private final CloseableHttpClient client;
    private final Duration most;
    private final ScheduledExecutorService ending = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-end").factory());

    /** @param most of one call altogether */
    public HttpSender(TargetGuard guard, Duration most) {
        this.guard = guard;
        this.most = most;
        Timeout each = Timeout.of(most);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedNames())
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_PER_TARGET)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(each)
                                .setSocketTimeout(each)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(each)
                        .setConnectionRequestTimeout(each)
                        .build())
                .setUserAgent("wangge-webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** A name of which one address is not allowed is not called at all. */
    private final class GuardedNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            for (InetAddress address : addresses) {
                if (!guard.allows(address)) {
                    throw new NotAllowed(host);
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class NotAllowed extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotAllowed(String host) {
            super(host);
        }
    }

    @Override
    public Reply send(URI to, Map<String, String> headers, String body) {
        long began = System.nanoTime();
        HttpPost post = new HttpPost(to);
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), STRUCTURED));
        // One that sends a byte now and then would never run into the socket's own time limit.
        ScheduledFuture<?> end = ending.schedule(post::abort, most.toMillis(), TimeUnit.MILLISECONDS);
        AtomicInteger status = new AtomicInteger();
        try {
            client.execute(post, response -> {
                status.set(response.getCode());
                leave(response.getEntity(), post);
                return null;
            });
            return Reply.answered(status.get(), millisSince(began));
        } catch (NotAllowed e) {
            return Reply.failed("target-not-allowed", millisSince(began));
        } catch (IOException | RuntimeException e) {
            // What breaks after the status was said changes nothing of it.
            if (status.get() > 0) {
                return Reply.answered(status.get(), millisSince(began));
            }
            boolean late = end.isDone() || e instanceof SocketTimeoutException;
            return Reply.failed(late ? "timed-out" : "not-reached", millisSince(began));
        } finally {
            end.cancel(false);
        }
    }

    /** Only the status matters; a short body is read so that the connection can be used again. */
    private static void leave(@Nullable HttpEntity answer, HttpPost post) throws IOException {
        if (answer != null) {
            InputStream body = answer.getContent();
            if (body != null && body.readNBytes(SHORT_BODY).length == SHORT_BODY) {
                post.abort();
            }
        }
    }

    private static long millisSince(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    @Override
    public boolean mayReach(URI to) {
        try {
            return new GuardedNames().resolve(to.getHost()).length > 0;
        } catch (NotAllowed e) {
            return false;
        } catch (UnknownHostException e) {
            // It may come to be; each try looks again.
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        ending.shutdownNow();
        client.close();
    }
}

package io.wangge.intake.sending;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.zerodeplibs.webpush.PushSubscription.Keys;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.header.Urgency;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import io.wangge.intake.desk.PushSender;
import io.wangge.intake.notice.Attempt;
import io.wangge.intake.notice.Message;
import io.wangge.intake.notice.PushServices;
import io.wangge.intake.notice.PushSubscription;
import io.wangge.kit.settings.StartRefused;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Web Push (RFC 8030): the message is encrypted for its browser (RFC 8291), so that the push service reads nothing of it,
 * and the call is signed with the district's key (VAPID, RFC 8292). The page's worker gets
 * {@code {"id","subject","title","text","link"}}.
 */
public final class WebPush implements PushSender, AutoCloseable {
    /** The standard's longest is a day; a shorter one survives a clock that is off. */
    private static final int TOKEN_MINUTES = 60;

    private static final int AUTH_BYTES = 16;
    private static final int POINT_BYTES = 65;
    private static final int COORDINATE_BYTES = 32;
    /** RFC 8030: a message of the same topic takes the place of one that still waits for its browser. */
    private static final int TOPIC_CHARACTERS = 32;
    /** What every push service takes is 4096 bytes, encrypted; words are cut long before. */
    private static final int MOST_TEXT = 600;

    private final PushSettings settings;
    private final PushServices services;
    private final VAPIDKeyPair keys;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();

    /** @throws StartRefused when the keys are none, or not a pair */
    public WebPush(PushSettings settings, PushServices services) {
        this.settings = settings;
        this.services = services;
        this.keys = keysOf(settings);
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public boolean isKey(String p256dh, String auth) {
        try {
            UserAgentMessageEncryptionKeyInfo.of(p256dh, auth);
            return new Base64URL(auth).decode().length == AUTH_BYTES;
        } catch (RuntimeException e) {
            // The library has one exception for each way to be no key.
            return false;
        }
    }

    @Override
    public Attempt send(PushSubscription to, Message message, boolean silent) {
        if (!services.allow(to.endpoint())) {
            // Its host was taken off the list since.
            return new Attempt.Refused("push-service-not-allowed");
        }
        HttpRequest request;
        try {
            request = request(to, message, silent);
        } catch (RuntimeException e) {
            // Keys that were taken once and that the library no longer does: nobody else's message waits for that.
            return new Attempt.Refused("push-key");
        }
        Attempt attempt = Answers.to(http, request);
        boolean gone = attempt instanceof Attempt.Refused(String why)
                && (why.equals("status-404") || why.equals("status-410"));
        return gone ? new Attempt.Refused(GONE) : attempt;
    }

    private HttpRequest request(PushSubscription to, Message message, boolean silent) {
        com.zerodeplibs.webpush.PushSubscription browser = new com.zerodeplibs.webpush.PushSubscription();
        Keys shared = new Keys();
        shared.setP256dh(to.p256dh());
        shared.setAuth(to.auth());
        browser.setEndpoint(to.endpoint().toString());
        browser.setKeys(shared);
        var prepared = StandardHttpClientRequestPreparer.getBuilder()
                .pushSubscription(browser)
                .vapidJWTExpiresAfter(TOKEN_MINUTES, TimeUnit.MINUTES)
                .vapidJWTSubject(Objects.requireNonNull(settings.contact()))
                .pushMessage(json.writeValueAsBytes(told(message, silent)))
                .ttl(settings.timeToLive().toSeconds(), TimeUnit.SECONDS)
                .urgency(
                        message.subject().startsWith("emergency")
                                ? Urgency.UrgencyOption.HIGH
                                : Urgency.UrgencyOption.NORMAL)
                .topic(Answers.key(message.id()).replace("-", "").substring(0, TOPIC_CHARACTERS))
                .build(keys);
        return prepared.toRequestBuilder().timeout(settings.timeout()).build();
    }

    private static Map<String, Object> told(Message message, boolean silent) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", Answers.key(message.id()));
        told.put("subject", message.subject());
        told.put("title", message.title());
        String text = message.text();
        told.put("text", text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text);
        if (message.link() != null) {
            told.put("link", message.link());
        }
        if (silent) {
            told.put("silent", true);
        }
        return told;
    }

    private static VAPIDKeyPair keysOf(PushSettings settings) {
        try {
            byte[] point = new Base64URL(Objects.requireNonNull(settings.publicKey())).decode();
            if (point.length != POINT_BYTES || point[0] != 4) {
                throw new IllegalArgumentException("The public key is no uncompressed point");
            }
            // Checks that the point lies on the curve, and that both belong together.
            ECKey pair = new ECKey.Builder(
                            Curve.P_256,
                            Base64URL.encode(Arrays.copyOfRange(point, 1, COORDINATE_BYTES + 1)),
                            Base64URL.encode(Arrays.copyOfRange(point, COORDINATE_BYTES + 1, POINT_BYTES)))
                    .d(new Base64URL(Objects.requireNonNull(settings.privateKey())))
                    .build();
            ECPrivateKey secret = pair.toECPrivateKey();
            ECPublicKey open = pair.toECPublicKey();
            PairCheck.belongTogether(secret, open);
            return VAPIDKeyPairs.of(PrivateKeySources.ofECPrivateKey(secret), PublicKeySources.ofECPublicKey(open));
        } catch (IllegalArgumentException | IllegalStateException | JOSEException e) {
            throw new StartRefused(
                    "The keys of grid.notices.push are no pair of VAPID keys: " + e.getMessage() + ".",
                    "Give both as 'npx web-push generate-vapid-keys' prints them, or none.");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

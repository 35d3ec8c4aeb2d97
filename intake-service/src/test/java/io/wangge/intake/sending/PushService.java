package io.wangge.intake.sending;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A push service and the browsers behind it: takes messages as RFC 8030 has them, and reads them as a browser does (RFC 8291). */
public final class PushService implements AutoCloseable {
    private static final int SALT = 16;
    private static final int TAG_BITS = 128;

    private final HttpServer server;
    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();
    private final ECKey district;

    /** What a browser showed. */
    public record Shown(String ttl, String urgency, String topic, JsonNode message) {}

    /** One browser; it answers with {@code status}. */
    public static final class Browser {
        final ECKey pair;
        final byte[] auth = new byte[16];
        public final URI endpoint;
        public final List<Shown> shown = new CopyOnWriteArrayList<>();
        public volatile int status = 201;

        Browser(URI endpoint) throws Exception {
            this.endpoint = endpoint;
            this.pair = new ECKeyGenerator(Curve.P_256).generate();
            new SecureRandom().nextBytes(auth);
        }

        public String p256dh() {
            return Base64URL.encode(point(pair)).toString();
        }

        public String auth() {
            return Base64URL.encode(auth).toString();
        }
    }

    /** @param district whose VAPID keys are expected */
    public PushService(ECKey district) throws IOException {
        this.district = district;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    public Browser browser(String name) throws Exception {
        Browser browser =
                new Browser(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/push/" + name));
        browsers.put("/push/" + name, browser);
        return browser;
    }

    public static byte[] point(ECKey key) {
        return ByteBuffer.allocate(65)
                .put((byte) 4)
                .put(key.getX().decode())
                .put(key.getY().decode())
                .array();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Browser browser = browsers.get(exchange.getRequestURI().getPath());
        int status = 400;
        try {
            if (browser != null
                    && "POST".equals(exchange.getRequestMethod())
                    && "aes128gcm".equals(header(exchange, "Content-Encoding"))
                    && isSigned(header(exchange, "Authorization"))) {
                status = browser.status;
                if (status == 201) {
                    browser.shown.add(new Shown(
                            header(exchange, "TTL"),
                            header(exchange, "Urgency"),
                            header(exchange, "Topic"),
                            JsonMapper.shared().readTree(opened(browser, body))));
                }
            }
        } catch (Exception e) {
            status = 500;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    /** RFC 8292: {@code vapid t=JWT, k=KEY}, for this service, by the district. */
    private boolean isSigned(String authorization) throws Exception {
        String[] parts = authorization.replaceFirst("^vapid\\s+", "").split("\\s*,\\s*");
        String token = Arrays.stream(parts)
                .filter(part -> part.startsWith("t="))
                .findFirst()
                .orElseThrow()
                .substring(2);
        SignedJWT jwt = SignedJWT.parse(token);
        return Arrays.asList(parts).contains("k=" + Base64URL.encode(point(district)))
                && jwt.verify(new ECDSAVerifier(district.toPublicJWK()))
                && jwt.getJWTClaimsSet()
                        .getAudience()
                        .contains("http://127.0.0.1:" + server.getAddress().getPort())
                && "mailto:grid@example.gov.cn".equals(jwt.getJWTClaimsSet().getSubject());
    }

    /** RFC 8291, section 3.4, and RFC 8188 for one record. */
    private static String opened(Browser browser, byte[] body) throws Exception {
        byte[] salt = Arrays.copyOf(body, SALT);
        int idLength = body[SALT + 4] & 0xff;
        byte[] sender = Arrays.copyOfRange(body, SALT + 5, SALT + 5 + idLength);
        byte[] sealed = Arrays.copyOfRange(body, SALT + 5 + idLength, body.length);
        ECKey senderKey = new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(Arrays.copyOfRange(sender, 1, 33)),
                        Base64URL.encode(Arrays.copyOfRange(sender, 33, 65)))
                .build();
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.pair.toECPrivateKey());
        agreement.doPhase(senderKey.toECPublicKey(), true);
        byte[] info = ByteBuffer.allocate(14 + 65 + 65)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(point(browser.pair))
                .put(sender)
                .array();
        byte[] key = hkdf(browser.auth, agreement.generateSecret(), info, 32);
        byte[] content = hkdf(salt, key, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = hkdf(salt, key, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(content, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] padded = cipher.doFinal(sealed);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        byte[] extracted = hmac(salt, secret);
        byte[] expanded = hmac(
                extracted,
                ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
        return Arrays.copyOf(expanded, length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

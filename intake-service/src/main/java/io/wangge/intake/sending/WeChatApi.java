package io.wangge.intake.sending;

import io.wangge.intake.desk.MessageCarrier;
import io.wangge.intake.notice.Attempt;
import io.wangge.intake.notice.Message;
import io.wangge.intake.notice.MessageChannel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's API: 模板消息 out, photos in. Its access token is fetched when needed and kept until shortly before it ends;
 * the stable token, so that replicas don't end each other's.
 */
public final class WeChatApi implements MessageCarrier, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration EARLIER = Duration.ofMinutes(5);
    /** The token has ended, or another took its place. */
    private static final Set<Integer> TOKEN_OVER = Set.of(40001, 40014, 42001);
    /** Busy, or over a limit that is lifted again. */
    private static final Set<Integer> LATER = Set.of(-1, 45009, 45011);

    private final Account account;
    private final InstantSource clock;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();
    private @Nullable Token token;

    /**
     * @param templates subject → template id; {@code other} for those that are not named
     */
    public record Account(URI apiBase, String appId, String secret, Map<String, String> templates) {
        public Account {
            templates = Map.copyOf(templates);
        }

        @Override
        public String toString() {
            return "Account[appId=" + appId + "]";
        }
    }

    private record Token(String text, Instant until) {}

    public WeChatApi(Account account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.WECHAT;
    }

    @Override
    public Attempt send(Message message) {
        String template = account.templates()
                .getOrDefault(message.subject(), account.templates().getOrDefault("other", ""));
        if (template.isEmpty()) {
            return new Attempt.Refused("no-template");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", Map.of("value", message.title()));
        data.put("text", Map.of("value", message.text()));
        message.facts().forEach((name, value) -> data.put(name, Map.of("value", value)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("touser", message.address());
        body.put("template_id", template);
        if (message.link() != null) {
            body.put("url", message.link());
        }
        body.put("data", data);
        body.put("client_msg_id", Answers.key(message.id()).replace("-", ""));
        try {
            int code = sent(body);
            if (TOKEN_OVER.contains(code)) {
                forget();
                code = sent(body);
            }
            if (code == 0) {
                return new Attempt.Sent();
            }
            boolean later = LATER.contains(code) || TOKEN_OVER.contains(code);
            return later ? new Attempt.NotNow("wechat-" + code) : new Attempt.Refused("wechat-" + code);
        } catch (IOException | JacksonException e) {
            return new Attempt.NotNow("no-answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.NotNow("interrupted");
        }
    }

    private int sent(Map<String, Object> body) throws IOException, InterruptedException {
        return post("/cgi-bin/message/template/send?access_token=" + encoded(token()), body)
                .path("errcode")
                .asInt(-1);
    }

    /** @return the picture's bytes; empty when the platform has it no more (it keeps them for three days) */
    public Optional<byte[]> media(String mediaId, int mostBytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(account.apiBase()
                        .resolve("/cgi-bin/media/get?access_token=" + encoded(token()) + "&media_id="
                                + encoded(mediaId)))
                .timeout(TIMEOUT)
                .build();
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            boolean picture = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("image/"))
                    .isPresent();
            byte[] bytes = in.readNBytes(mostBytes + 1);
            return answer.statusCode() == 200 && picture && bytes.length <= mostBytes
                    ? Optional.of(bytes)
                    : Optional.empty();
        }
    }

    private synchronized String token() throws IOException, InterruptedException {
        Token known = token;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.text();
        }
        JsonNode answer = post(
                "/cgi-bin/stable_token",
                Map.of("grant_type", "client_credential", "appid", account.appId(), "secret", account.secret()));
        String text = answer.path("access_token").asString("");
        if (text.isEmpty()) {
            throw new IOException(
                    "The platform gave no token: " + answer.path("errcode").asInt(-1));
        }
        Duration lasts = Duration.ofSeconds(answer.path("expires_in").asLong(0));
        token = new Token(text, clock.instant().plus(lasts).minus(EARLIER));
        return text;
    }

    private synchronized void forget() {
        token = null;
    }

    private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(account.apiBase().resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The platform answered " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}

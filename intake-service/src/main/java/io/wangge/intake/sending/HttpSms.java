package io.wangge.intake.sending;

import io.wangge.intake.desk.MessageCarrier;
import io.wangge.intake.notice.Attempt;
import io.wangge.intake.notice.Message;
import io.wangge.intake.notice.MessageChannel;
import io.wangge.intake.sending.NoticeSettings.Sms;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Short messages by a provider, or a small program before one, that takes
 * {@code POST {"id","phone","subject","text","facts"}}: 2xx has it, 408, 429 and 5xx may have it later, anything else never.
 * The id is the same at each try and also stands in {@code Idempotency-Key}.
 */
public final class HttpSms implements MessageCarrier, AutoCloseable {
    private final URI url;
    private final Sms settings;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();

    public HttpSms(Sms settings) {
        this.url = Objects.requireNonNull(settings.url());
        this.settings = settings;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.SMS;
    }

    @Override
    public Attempt send(Message message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Answers.key(message.id()))
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of(
                        "id", message.id(),
                        "phone", message.address(),
                        "subject", message.subject(),
                        "text", message.link() == null ? message.text() : message.text() + " " + message.link(),
                        "facts", message.facts()))));
        if (settings.token() != null && !settings.token().isEmpty()) {
            request.header("Authorization", "Bearer " + settings.token());
        }
        return Answers.to(http, request.build());
    }

    @Override
    public void close() {
        http.close();
    }
}

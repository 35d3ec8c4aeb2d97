package io.wangge.intake.sending;

import io.wangge.intake.notice.Attempt;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What the answers of providers mean. */
final class Answers {
    private Answers() {}

    static Attempt to(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return of(answer.statusCode());
        } catch (IOException e) {
            return new Attempt.NotNow("no-answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.NotNow("interrupted");
        }
    }

    static Attempt of(int status) {
        if (status >= 200 && status < 300) {
            return new Attempt.Sent();
        }
        boolean later = status == 408 || status == 429 || status >= 500;
        return later ? new Attempt.NotNow("status-" + status) : new Attempt.Refused("status-" + status);
    }

    /** Header values are ASCII; an id may hold anything. */
    static String key(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

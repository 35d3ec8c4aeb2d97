package io.wangge.intake.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.function.Function;

/** What a phone does with a photo: asks how far it is, sends the rest. */
final class TusClient {
    private final HttpClient http;
    private final Function<String, HttpRequest.Builder> requests;

    /** @param requests path → a request with its token */
    TusClient(HttpClient http, Function<String, HttpRequest.Builder> requests) {
        this.http = http;
        this.requests = requests;
    }

    long offset(String id) throws IOException, InterruptedException {
        HttpResponse<Void> answer =
                http.send(of(id).method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.discarding());
        return answer.statusCode() >= 300
                ? -answer.statusCode()
                : Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    HttpResponse<String> send(String id, byte[] content, long from, long to) throws IOException, InterruptedException {
        byte[] piece = Arrays.copyOfRange(content, (int) from, (int) to);
        return http.send(
                of(id).header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", String.valueOf(from))
                        .method("PATCH", BodyPublishers.ofByteArray(piece))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder of(String id) {
        return requests.apply("/api/v1/attachments/uploads/" + id).header("Tus-Resumable", "1.0.0");
    }
}

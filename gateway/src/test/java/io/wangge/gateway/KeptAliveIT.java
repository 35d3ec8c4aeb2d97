package io.wangge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A connection that is kept alive goes on being read, whatever order its requests are answered in (reactor-netty #4361). */
class KeptAliveIT {
    private static final TestGateway GATEWAY = TestGateway.shared();

    @Test
    void whatComesBehindARequestThatWasRefusedAtOnceIsAnsweredToo() throws IOException {
        String body = "{\"username\":\"nobody-here\",\"password\":\"guess\"}";
        String answeredLater =
                "POST /api/v1/sessions HTTP/1.1\r\nHost: grid\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body;
        String refusedAtOnce = "GET /api/v1/me HTTP/1.1\r\nHost: grid\r\n\r\n";
        int port = GATEWAY.request("/").build().uri().getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            send(socket, answeredLater + refusedAtOnce);
            nextStatus(answers);
            nextStatus(answers);
            send(socket, refusedAtOnce);

            assertThat(nextStatus(answers)).contains("401");
        }
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Bodies are JSON on one line: the next status line ends whatever came before it. */
    private static String nextStatus(BufferedReader answers) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            int status = line.indexOf("HTTP/1.1 ");
            if (status >= 0) {
                return line.substring(status);
            }
        }
        throw new IOException("The connection was closed");
    }
}

package io.wangge.ledger.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.Topics;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.kit.connection.OwnedTopics;
import io.wangge.kit.identity.SigningKeys;
import io.wangge.kit.identity.TokenVerifier;
import io.wangge.ledger.LedgerApplication;
import io.wangge.localstack.TestBackend;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on a database of its own, with the test as intake, dispatch and gateway. */
public final class RunningLedger implements AutoCloseable {
    private static final RSAKey KEY = key();
    private final String database;
    private final ConfigurableApplicationContext service;
    private final HttpClient http = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    static class Surroundings {
        @Bean
        SigningKeys signingKeys() throws JOSEException {
            var publicKey = KEY.toRSAPublicKey();
            return keyId -> Optional.of(publicKey);
        }

        @Bean
        ChangingDirectory directoryCopy() {
            return new ChangingDirectory(items());
        }

        /** Here the test stands for the owners of these topics. */
        @Bean
        OwnedTopics topicsOfOthers() {
            return OwnedTopics.of(Topics.REPORTS, Topics.CASES);
        }
    }

    public RunningLedger() {
        this(TestBackend.shared().freshDatabase());
    }

    /** @param more arguments, such as {@code --grid.seals.every=1s} */
    public RunningLedger(String database, String... more) {
        this.database = database;
        Stream<String> arguments = Stream.of(
                "--server.port=0",
                "--grid.live.heartbeat=2s",
                "--grid.mongodb-uri=" + TestBackend.shared().mongoUri(),
                "--grid.mongodb.database=" + database,
                "--grid.kafka-bootstrap=" + TestBackend.shared().kafkaBootstrap());
        service = new SpringApplication(LedgerApplication.class, Surroundings.class)
                .run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    private static List<Item> items() {
        return Stream.concat(
                        judges(),
                        Stream.of(
                                new LadderItem(
                                        "ladder",
                                        1,
                                        new Ladder(
                                                List.of(new Level("DISTRICT", "区县", "District")),
                                                Map.of("small", "DISTRICT"))),
                                new UnitItem(
                                        "u-district",
                                        1,
                                        "云山区",
                                        "Yunshan",
                                        "DISTRICT",
                                        null,
                                        null,
                                        "990100",
                                        List.of("u-district")),
                                new UnitItem(
                                        "u-community-1",
                                        1,
                                        "望江社区",
                                        "Wangjiang",
                                        "COMMUNITY",
                                        null,
                                        "u-street-1",
                                        "990100001001",
                                        List.of("u-district", "u-street-1", "u-community-1")),
                                staff("s-grid-worker-1", "网格员甲", Role.GRID_WORKER, "u-grid-1"),
                                staff("s-grid-worker-2", "网格员乙", Role.GRID_WORKER, "u-grid-2"),
                                staff("s-grid-worker-3", "网格员丙", Role.GRID_WORKER, "u-grid-1"),
                                staff("s-handler-1", "经办人甲", Role.HANDLER, "u-community-1"),
                                staff("s-callback-clerk-1", "回访员甲", Role.CALLBACK_CLERK, "u-street-1"),
                                staff("s-leader-1", "分管领导甲", Role.LEADER, "u-street-1"),
                                staff("s-callback-clerk-3", "回访员丙", Role.CALLBACK_CLERK, "u-street-1"),
                                staff("s-callback-clerk-2", "回访员乙", Role.CALLBACK_CLERK, "u-street-2"),
                                new UnitItem(
                                        "u-street-1",
                                        1,
                                        "望江街道",
                                        "Wangjiang Street",
                                        "STREET",
                                        null,
                                        "u-district",
                                        "990100001",
                                        List.of("u-district", "u-street-1")),
                                staff("s-leader-1", "分管领导", Role.LEADER, "u-street-1"),
                                staff("s-admin-1", "管理员", Role.ADMIN, "u-district"),
                                staff("s-inspector-1", "督查员甲", Role.INSPECTOR, "u-district"),
                                staff("s-inspector-2", "督查员乙", Role.INSPECTOR, "u-community-1"),
                                staff("s-auditor-1", "审计甲", Role.AUDITOR, "u-district")))
                .toList();
    }

    /** Ten of them, {@code s-judge-1} to {@code s-judge-10}, as a scoring round has. */
    private static Stream<Item> judges() {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(number -> staff("s-judge-" + number, "评委" + number, Role.LEADER, "u-street-2"));
    }

    private static StaffItem staff(String id, String name, Role role, String unit) {
        return new StaffItem(id, 1, name, List.of(new Grant(role, List.of(unit))));
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public String database() {
        return database;
    }

    /** Gives this role in this unit, and takes all others. */
    public void grant(String staffId, Role role, String unit) {
        bean(ChangingDirectory.class).change(staff(staffId, staffId, role, unit));
    }

    /** As its producer publishes it; waits for the broker's word. */
    public void send(Envelope<Event> event) {
        send(event.stream().startsWith("report/") ? Topics.REPORTS : Topics.CASES, event);
    }

    /** As {@link #send(Envelope)}, on any topic. */
    @SuppressWarnings("unchecked")
    public void send(String topic, Envelope<Event> event) {
        String key = event.stream().substring(event.stream().indexOf('/') + 1);
        try {
            ((KafkaProducer<String, byte[]>) bean(KafkaProducer.class))
                    .send(KafkaMessageFactory.<String>createWriter(topic, null, null, key)
                            .writeBinary(CloudEventCodec.toCloudEvent("/test", event)))
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(@Nullable String staffId, String path) throws Exception {
        return http.send(request(staffId, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(@Nullable String staffId, String path, String body) throws Exception {
        HttpRequest request = request(staffId, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String staffId, String path, String body, String ifMatch) throws Exception {
        HttpRequest request = request(staffId, path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> put(String staffId, String path, String body, String ifMatch) throws Exception {
        HttpRequest request = request(staffId, path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> put(String staffId, String path, String body) throws Exception {
        HttpRequest request = request(staffId, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> delete(String staffId, String path) throws Exception {
        return http.send(request(staffId, path).DELETE().build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> delete(String staffId, String path, String ifMatch) throws Exception {
        return http.send(
                request(staffId, path).header("If-Match", ifMatch).DELETE().build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<InputStream> file(String staffId, String path) throws Exception {
        return http.send(request(staffId, path).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** @param headers names and values */
    public InputStream stream(String staffId, String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(staffId, path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private HttpRequest.Builder request(@Nullable String staffId, String path) throws JOSEException {
        String port = service.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        return staffId == null ? request : request.header("Authorization", "Bearer " + token(staffId));
    }

    private static String token(String staffId) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .subject(staffId)
                        .issuer(TokenVerifier.ISSUER)
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(15))))
                        .build());
        jwt.sign(new RSASSASigner(KEY));
        return jwt.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
        service.close();
    }
}

package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.STRANGER;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route that the service itself describes, entered without a token and by somebody of another street. */
class ScopesOverHttpIT {
    /** As {@code application.yml} opens them: each has a key, a receipt, a signature or nothing that is anybody's. */
    private static final List<String> OPEN = List.of(
            "/api/v1/attachments/files/",
            "/api/v1/calls/events",
            "/api/v1/devices/readings",
            "/api/v1/published/",
            "/open311",
            "/api/v1/public/",
            "/error");

    private static final String SECRET = "望江路三号楼老人独居";
    private static RunningIntake intake;
    private static HttpClient http;
    private static List<Route> routes;
    private static String report;
    private static String trackingNumber;

    /** @param path with its variables in braces */
    private record Route(String method, String path) {
        boolean open() {
            return OPEN.stream().anyMatch(path::startsWith);
        }

        /** What the upload protocol can do here, the same for every upload. */
        boolean told() {
            return method.equals("OPTIONS");
        }

        /** It never ends by itself. */
        boolean live() {
            return path.endsWith("/stream");
        }

        String to(String id) {
            return path.replaceAll("\\{[^}]+}", id);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        intake = new RunningIntake();
        http = HttpClient.newHttpClient();
        routes = new ArrayList<>();
        intake.send(intake.request("/v3/api-docs"))
                .json()
                .path("paths")
                .forEachEntry((path, methods) -> methods.propertyNames()
                        .forEach(method -> routes.add(new Route(method.toUpperCase(Locale.ROOT), path))));
        report = UUID.randomUUID().toString();
        trackingNumber = intake.post(WORKER, """
                        {"id":"%s","text":"%s","category":"0602","location":{"type":"Point","coordinates":[120.11,30.21]}}""".formatted(report, SECRET)).text("trackingNumber");
        assertThat(trackingNumber).isNotEmpty();
    }

    @AfterAll
    static void stop() {
        http.close();
        intake.close();
    }

    @Test
    void the_service_describes_its_routes() {
        assertThat(routes).hasSizeGreaterThan(90);
        for (String open : OPEN) {
            assertThat(routes).as(open).anyMatch(route -> route.path().startsWith(open));
        }
    }

    @Test
    void nobody_enters_without_a_token_but_where_it_is_said() throws Exception {
        List<String> entered = new ArrayList<>();
        for (Route route : routes) {
            if (!route.open() && ask(route, report, null).statusCode() != 401) {
                entered.add(route.method() + " " + route.path());
            }
        }
        assertThat(entered).isEmpty();
    }

    @Test
    void somebody_of_another_street_gets_nowhere_with_the_id_of_a_report() throws Exception {
        List<String> entered = new ArrayList<>();
        for (Route route : routes) {
            if (route.open() || route.live() || route.told()) {
                continue;
            }
            HttpResponse<String> answer = ask(route, report, STRANGER);
            boolean told = answer.body().contains(SECRET) || answer.body().contains(trackingNumber);
            if (told || answer.statusCode() >= 500 || route.path().contains("{") && answer.statusCode() < 400) {
                entered.add(answer.statusCode() + " " + route.method() + " " + route.path());
            }
        }
        assertThat(entered).isEmpty();
    }

    @Test
    void whoever_is_no_administrator_desk_or_leader_changes_nothing_of_the_house() throws Exception {
        for (Route route : List.of(
                new Route("PUT", "/api/v1/urgent-words"),
                new Route("POST", "/api/v1/places/imports"),
                new Route("PUT", "/api/v1/devices/{id}"),
                new Route("GET", "/api/v1/import-jobs"),
                new Route("GET", "/api/v1/api-keys"),
                new Route("GET", "/api/v1/calls"),
                new Route("GET", "/api/v1/orders"),
                new Route("POST", "/api/v1/topics/rebuild"),
                new Route("GET", "/api/v1/notices/sending"))) {
            assertThat(routes).contains(route);
            assertThat(ask(route, UUID.randomUUID().toString(), WORKER).statusCode())
                    .as(route.toString())
                    .isIn(400, 403);
        }
    }

    private static HttpResponse<String> ask(Route route, String id, String staffId) throws Exception {
        String path = route.to(id);
        var request = staffId == null ? intake.request(path) : intake.as(staffId, path);
        boolean bare = route.method().equals("GET") || route.method().equals("DELETE");
        request.header("Content-Type", path.endsWith("/places/imports") ? "text/csv" : "application/json");
        request.method(route.method(), bare ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

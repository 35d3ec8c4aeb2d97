package io.wangge.intake.http.open311;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.intake.desk.ServiceRequests;
import io.wangge.intake.desk.ServiceRequests.Awaited;
import io.wangge.intake.open311.Arguments;
import io.wangge.intake.open311.Fault;
import io.wangge.intake.open311.RequestQuery;
import io.wangge.intake.open311.ServiceRequest;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open311 GeoReport v2 as everybody reads it; filing is {@link Open311FilingController}. */
@RestController
@RequestMapping("/open311")
class Open311Controller {
    static final String FORMAT = "{format:xml|json}";
    private final ServiceRequests requests;
    private final Open311Calls calls;
    private final InstantSource clock;
    private final Open311Settings settings;
    private final Instant started;

    Open311Controller(ServiceRequests requests, Open311Calls calls, InstantSource clock, Open311Settings settings) {
        this.requests = requests;
        this.calls = calls;
        this.clock = clock;
        this.settings = settings;
        this.started = clock.instant();
    }

    /** The start of the service stands for the last change: it never tells of fewer changes than there were. */
    @GetMapping({"/discovery." + FORMAT, "/v2/discovery." + FORMAT})
    ResponseEntity<byte[]> discovery(@PathVariable String format) {
        return ok("discovery", Open311Answers.discovery(settings, started), format);
    }

    @GetMapping("/v2/services." + FORMAT)
    ResponseEntity<byte[]> services(@PathVariable String format, HttpServletRequest request) {
        calls.checked(request);
        return ok("services", Open311Answers.services(requests.services(), Open311Calls.isChinese(request)), format);
    }

    @GetMapping("/v2/services/{code}." + FORMAT)
    ResponseEntity<byte[]> definition(
            @PathVariable String code, @PathVariable String format, HttpServletRequest request) {
        calls.checked(request);
        CategoryItem service = requests.service(code).orElseThrow(Open311Calls::unknownService);
        return ok("service_definition", Open311Answers.definition(service, Open311Calls.isChinese(request)), format);
    }

    @Parameters({
        @Parameter(name = "service_request_id", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "service_code", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "start_date", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "end_date", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "updated_after", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "updated_before", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "page", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "page_size", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "extended", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "jurisdiction_id", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    })
    @GetMapping("/v2/requests." + FORMAT)
    ResponseEntity<byte[]> list(@PathVariable String format, HttpServletRequest request) {
        Arguments arguments = calls.checked(request);
        return switch (RequestQuery.read(arguments, clock.instant(), HttpJson.ZONE)) {
            case RequestQuery.Reading.Faulty(var faults) -> throw new Open311Errors(faults);
            case RequestQuery.Reading.Readable(RequestQuery query) ->
                published(requests.find(query), arguments, format, request);
        };
    }

    @GetMapping("/v2/requests/{id}." + FORMAT)
    ResponseEntity<byte[]> one(@PathVariable String id, @PathVariable String format, HttpServletRequest request) {
        Arguments arguments = calls.checked(request);
        ServiceRequest found = requests.one(id)
                .orElseThrow(() -> new Open311Errors(Fault.notFound("service_request_id", "unknown-service-request")));
        return published(List.of(found), arguments, format, request);
    }

    @GetMapping("/v2/tokens/{token}." + FORMAT)
    ResponseEntity<byte[]> token(@PathVariable String token, @PathVariable String format, HttpServletRequest request) {
        calls.checked(request);
        return switch (requests.awaited(token)) {
            case Awaited.Known(String requestId) ->
                ok("service_requests", Open311Answers.token(token, requestId), format);
            case Awaited.NotYet() -> ok("service_requests", Open311Answers.token(token, null), format);
            case Awaited.Unknown() -> throw new Open311Errors(Fault.notFound("token", "unknown-token"));
        };
    }

    private static ResponseEntity<byte[]> published(
            List<ServiceRequest> found, Arguments arguments, String format, HttpServletRequest request) {
        return ok(
                "service_requests",
                Open311Answers.requests(found, arguments.isExtended(), Open311Calls.isChinese(request)),
                format);
    }

    private static ResponseEntity<byte[]> ok(String root, Open311Answer answer, String format) {
        return Open311Door.answer(200, root, answer, format.equals("json"));
    }

    /** Whatever else there might be here. */
    @Hidden
    @RequestMapping({"", "/", "/**"})
    ResponseEntity<byte[]> nothing() {
        throw new ProblemException(404, ProblemCodes.NOT_FOUND);
    }
}

package io.wangge.intake.http;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.intake.apikey.ApiKey;
import io.wangge.intake.desk.KeepApiKeys;
import io.wangge.intake.desk.ServiceRequests;
import io.wangge.intake.desk.ServiceRequests.Awaited;
import io.wangge.intake.desk.TakenIn;
import io.wangge.intake.open311.Arguments;
import io.wangge.intake.open311.Attribute;
import io.wangge.intake.open311.Fault;
import io.wangge.intake.open311.RequestQuery;
import io.wangge.intake.open311.ServiceRequest;
import io.wangge.intake.open311.Services;
import io.wangge.intake.open311.Submission;
import io.wangge.intake.report.Report;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.trace.Traces;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open311 GeoReport v2, for everybody: reading needs nothing, filing a key in {@code api_key}. */
@RestController
@RequestMapping("/open311")
class Open311Controller {
    private static final Logger LOG = LoggerFactory.getLogger(Open311Controller.class);
    private static final String FORMAT = "{format:xml|json}";
    /** A repeat of the same filing, a habit of newer APIs: the standard itself has no word for it. */
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final ServiceRequests requests;
    private final KeepApiKeys keys;
    private final DirectoryCopy directory;
    private final RandomIds random;
    private final InstantSource clock;
    private final Open311Settings settings;
    private final Instant started;

    Open311Controller(
            ServiceRequests requests,
            KeepApiKeys keys,
            DirectoryCopy directory,
            RandomIds random,
            InstantSource clock,
            Open311Settings settings) {
        this.requests = requests;
        this.keys = keys;
        this.directory = directory;
        this.random = random;
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
        checkJurisdiction(argumentsOf(request));
        return ok("services", Open311Answers.services(requests.services(), isChinese(request)), format);
    }

    @GetMapping("/v2/services/{code}." + FORMAT)
    ResponseEntity<byte[]> definition(
            @PathVariable String code, @PathVariable String format, HttpServletRequest request) {
        checkJurisdiction(argumentsOf(request));
        CategoryItem service = requests.service(code).orElseThrow(Open311Controller::unknownService);
        return ok("service_definition", Open311Answers.definition(service, isChinese(request)), format);
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
        Arguments arguments = argumentsOf(request);
        checkJurisdiction(arguments);
        return switch (RequestQuery.read(arguments, clock.instant(), HttpJson.ZONE)) {
            case RequestQuery.Reading.Faulty(var faults) -> throw new Open311Errors(faults);
            case RequestQuery.Reading.Readable(RequestQuery query) ->
                published(requests.find(query), arguments, format, request);
        };
    }

    @GetMapping("/v2/requests/{id}." + FORMAT)
    ResponseEntity<byte[]> one(@PathVariable String id, @PathVariable String format, HttpServletRequest request) {
        Arguments arguments = argumentsOf(request);
        checkJurisdiction(arguments);
        ServiceRequest found = requests.one(id)
                .orElseThrow(() -> new Open311Errors(Fault.notFound("service_request_id", "unknown-service-request")));
        return published(List.of(found), arguments, format, request);
    }

    @GetMapping("/v2/tokens/{token}." + FORMAT)
    ResponseEntity<byte[]> token(@PathVariable String token, @PathVariable String format, HttpServletRequest request) {
        checkJurisdiction(argumentsOf(request));
        return switch (requests.awaited(token)) {
            case Awaited.Known(String requestId) ->
                ok("service_requests", Open311Answers.token(token, requestId), format);
            case Awaited.NotYet() -> ok("service_requests", Open311Answers.token(token, null), format);
            case Awaited.Unknown() -> throw new Open311Errors(Fault.notFound("token", "unknown-token"));
        };
    }

    /** 201 with a public id, or with a token where somebody looks first; all that is wrong at once. */
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                            schemaProperties = {
                                @SchemaProperty(name = "api_key", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "service_code", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "lat", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "long", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "address_string", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "address_id", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "description", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "email", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "device_id", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "account_id", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "first_name", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "last_name", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "phone", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "media_url", schema = @Schema(type = "string")),
                                @SchemaProperty(name = "jurisdiction_id", schema = @Schema(type = "string"))
                            }))
    @PostMapping(
            path = "/v2/requests." + FORMAT,
            consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
    ResponseEntity<byte[]> file(@PathVariable String format, HttpServletRequest request) {
        Arguments arguments = argumentsOf(request);
        ApiKey key = keyOf(arguments);
        checkJurisdiction(arguments);
        CategoryItem service = serviceOf(arguments);
        String id = idOf(key, request.getHeader(IDEMPOTENCY_KEY));
        return switch (Submission.read(arguments, service, id, clock.instant())) {
            case Submission.Faulty(var faults) -> throw new Open311Errors(faults);
            case Submission.Readable readable -> filed(key, service, readable, format, request);
        };
    }

    private ResponseEntity<byte[]> filed(
            ApiKey key, CategoryItem service, Submission.Readable submission, String format, HttpServletRequest of) {
        Report report = switch (requests.file(key, submission, Traces.current())) {
            case TakenIn.New(Report taken) -> {
                LOG.atInfo()
                        .addKeyValue("reportId", taken.id())
                        .addKeyValue("keyId", key.id())
                        .log("Service request filed through Open311");
                yield taken;
            }
            case TakenIn.Repeated(Report earlier) -> earlier;
            case TakenIn.NotAllowed notAllowed -> throw ReportController.problem(notAllowed);
            case TakenIn.Faulty(var faults) -> throw Faults.problem(faults);
            case TakenIn.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
        boolean batch = Services.isBatch(service);
        return Open311Door.answer(
                201,
                "service_requests",
                Open311Answers.filed(
                        batch ? null : report.received().trackingNumber(),
                        batch ? report.id() : null,
                        Attribute.promise(service).in(isChinese(of)),
                        submission.extras().accountId()),
                format.equals("json"));
    }

    private static ResponseEntity<byte[]> published(
            List<ServiceRequest> found, Arguments arguments, String format, HttpServletRequest request) {
        return ok(
                "service_requests", Open311Answers.requests(found, arguments.isExtended(), isChinese(request)), format);
    }

    private static ResponseEntity<byte[]> ok(String root, Open311Answer answer, String format) {
        return Open311Door.answer(200, root, answer, format.equals("json"));
    }

    private ApiKey keyOf(Arguments arguments) {
        String shown = arguments.apiKey();
        if (shown == null) {
            throw new Open311Errors(Fault.forbidden("api_key", "api-key-missing"));
        }
        return keys.admitted(shown, ApiKey.OPEN311_WRITE)
                .orElseThrow(() -> new Open311Errors(Fault.forbidden("api_key", "api-key-not-good")));
    }

    private CategoryItem serviceOf(Arguments arguments) {
        String code = arguments.serviceCode();
        if (code == null) {
            throw new Open311Errors(Fault.missing("service_code"));
        }
        return requests.service(code).orElseThrow(Open311Controller::unknownService);
    }

    private static Open311Errors unknownService() {
        return new Open311Errors(Fault.notFound("service_code", "unknown-service"));
    }

    private void checkJurisdiction(Arguments arguments) {
        Directory now = directory.current();
        String ours = Objects.requireNonNullElseGet(
                settings.jurisdictionId(),
                () -> Objects.requireNonNullElse(now.top().code(), now.top().id()));
        arguments.otherJurisdiction(ours).ifPresent(fault -> {
            throw new Open311Errors(fault);
        });
    }

    /** The same key's same word is the same report, so that a filing can be repeated safely. */
    private String idOf(ApiKey key, @Nullable String idempotencyKey) {
        return idempotencyKey == null || idempotencyKey.isBlank()
                ? random.newId()
                : UUID.nameUUIDFromBytes((key.id() + "/" + idempotencyKey.strip()).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    private static Arguments argumentsOf(HttpServletRequest request) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> all.put(name, new ArrayList<>(Arrays.asList(values))));
        return new Arguments(all);
    }

    private static boolean isChinese(HttpServletRequest request) {
        return ProblemLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)) == ProblemLanguage.ZH_CN;
    }

    /** Whatever else there might be here. */
    @Hidden
    @RequestMapping({"", "/", "/**"})
    ResponseEntity<byte[]> nothing() {
        throw new ProblemException(404, ProblemCodes.NOT_FOUND);
    }
}

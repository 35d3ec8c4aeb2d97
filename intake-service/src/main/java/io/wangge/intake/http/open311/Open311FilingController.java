package io.wangge.intake.http.open311;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.intake.apikey.ApiKey;
import io.wangge.intake.desk.KeepApiKeys;
import io.wangge.intake.desk.ServiceRequests;
import io.wangge.intake.desk.StoreMedia;
import io.wangge.intake.desk.TakenIn;
import io.wangge.intake.http.Faults;
import io.wangge.intake.open311.Arguments;
import io.wangge.intake.open311.Attribute;
import io.wangge.intake.open311.Fault;
import io.wangge.intake.open311.Services;
import io.wangge.intake.open311.Submission;
import io.wangge.intake.report.Report;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open311 GeoReport v2: whoever holds a key files. */
@RestController
class Open311FilingController {
    private static final Logger LOG = LoggerFactory.getLogger(Open311FilingController.class);
    /** A repeat of the same filing, a habit of newer APIs: the standard itself has no word for it. */
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final ServiceRequests requests;
    private final KeepApiKeys keys;
    private final Open311Calls calls;
    private final RandomIds random;
    private final InstantSource clock;
    private final StoreMedia media;

    Open311FilingController(
            ServiceRequests requests,
            KeepApiKeys keys,
            Open311Calls calls,
            RandomIds random,
            StoreMedia media,
            InstantSource clock) {
        this.media = media;
        this.requests = requests;
        this.keys = keys;
        this.calls = calls;
        this.random = random;
        this.clock = clock;
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
            path = "/open311/v2/requests." + Open311Controller.FORMAT,
            consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
    ResponseEntity<byte[]> file(@PathVariable String format, HttpServletRequest request) throws IOException {
        Arguments arguments = Open311Calls.argumentsOf(request);
        ApiKey key = keyOf(arguments);
        calls.checkJurisdiction(arguments);
        CategoryItem service = serviceOf(arguments);
        String id = idOf(key, request.getHeader(IDEMPOTENCY_KEY));
        List<SentMedia> photos = SentMedia.of(request);
        List<Fault> unfit = SentMedia.faults(photos);
        return switch (Submission.read(arguments, service, id, clock.instant())) {
            case Submission.Faulty(var faults) ->
                throw new Open311Errors(
                        Stream.concat(faults.stream(), unfit.stream()).toList());
            case Submission.Readable readable -> {
                if (!unfit.isEmpty()) {
                    throw new Open311Errors(unfit);
                }
                yield filed(key, service, readable, photos, format, request);
            }
        };
    }

    private ResponseEntity<byte[]> filed(
            ApiKey key,
            CategoryItem service,
            Submission.Readable submission,
            List<SentMedia> photos,
            String format,
            HttpServletRequest of)
            throws IOException {
        Report report = switch (requests.file(key, submission, Traces.current())) {
            case TakenIn.New(Report taken) -> {
                LOG.atInfo()
                        .addKeyValue("reportId", taken.id())
                        .addKeyValue("keyId", key.id())
                        .log("Service request filed through Open311");
                yield taken;
            }
            case TakenIn.Repeated(Report earlier) -> earlier;
            case TakenIn.NotAllowed(var refused) -> throw Faults.refused(refused);
            case TakenIn.Faulty(var faults) -> throw Faults.problem(faults);
            case TakenIn.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
        // After the report: a photo without one would belong to nothing.
        media.store(report.id(), "open311", photos);
        boolean batch = Services.isBatch(service);
        return Open311Door.answer(
                201,
                "service_requests",
                Open311Answers.filed(
                        batch ? null : report.received().trackingNumber(),
                        batch ? report.id() : null,
                        Attribute.promise(service).in(Open311Calls.isChinese(of)),
                        submission.extras().accountId()),
                format.equals("json"));
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
        return requests.service(code).orElseThrow(Open311Calls::unknownService);
    }

    /** The same key's same word is the same report, so that a filing can be repeated safely. */
    private String idOf(ApiKey key, @Nullable String idempotencyKey) {
        return idempotencyKey == null || idempotencyKey.isBlank()
                ? random.newId()
                : UUID.nameUUIDFromBytes((key.id() + "/" + idempotencyKey.strip()).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}

package io.wangge.intake.http.open311;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.apikey.ApiKey;
import io.wangge.intake.desk.ApiKeys;
import io.wangge.intake.desk.KeepApiKeys;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 接口密钥: issued, listed and revoked by the administrators of the district. */
@RestController
@RequestMapping("/api/v1/api-keys")
class ApiKeyController {
    private static final int NAME_LIMIT = 64;
    /** Later dates cannot be stored, or meant. */
    private static final int LAST_YEAR = 9999;

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final KeepApiKeys keys;
    private final InstantSource clock;

    ApiKeyController(KeepApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param id UUID made by the client
     * @param name of the system that will hold it, at most 64 characters
     * @param scope {@code open311:write}, the default
     * @param expiresAt RFC 3339; without it the key is good until it is revoked
     */
    record Form(
            @Nullable String id,
            @Nullable String name,
            @Nullable String scope,
            @Nullable String expiresAt) {}

    /** @param key the key itself, in the answer to its issue only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            String name,
            String scope,
            String issuedBy,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable String key) {
        static Answer of(ApiKey key, @Nullable String written) {
            return new Answer(
                    key.id(),
                    key.name(),
                    key.scope(),
                    key.issuedBy(),
                    key.issuedAt(),
                    key.expiresAt(),
                    key.revokedAt(),
                    written);
        }
    }

    /** All keys, newest first. */
    record ListAnswer(List<Answer> items) {}

    /** 201 with the key, which is never shown again; 409 when the id was used before. */
    @PostMapping
    ResponseEntity<Answer> issue(@RequestBody Form form, Caller caller) {
        guard(caller);
        Instant expiresAt = checked(form);
        KeepApiKeys.Issued issued = keys.issue(
                caller,
                String.valueOf(form.id()).strip().toLowerCase(Locale.ROOT),
                String.valueOf(form.name()).strip(),
                ApiKey.OPEN311_WRITE,
                expiresAt,
                Traces.current());
        return switch (issued.outcome()) {
            case DONE ->
                ResponseEntity.created(
                                URI.create("/api/v1/api-keys/" + issued.key().id()))
                        .body(Answer.of(
                                issued.key(),
                                issued.text() == null ? null : issued.text().written()));
            case ID_TAKEN -> throw new ProblemException(409, "key-already-issued");
            case NOT_FOUND, UNKNOWN -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
    }

    private @Nullable Instant checked(Form form) {
        List<FieldFault> faults = new ArrayList<>();
        if (form.id() == null || !UUID.matcher(form.id().strip()).matches()) {
            faults.add(FieldFault.of("id", form.id() == null ? "required" : "not-a-uuid"));
        }
        String name = form.name() == null ? "" : form.name().strip();
        if (name.isEmpty()) {
            faults.add(FieldFault.of("name", "required"));
        } else if (name.codePointCount(0, name.length()) > NAME_LIMIT) {
            faults.add(new FieldFault("name", "too-long", Map.of("max", NAME_LIMIT)));
        }
        if (form.scope() != null && !form.scope().equals(ApiKey.OPEN311_WRITE)) {
            faults.add(new FieldFault("scope", "unknown-value", Map.of("allowed", ApiKey.OPEN311_WRITE)));
        }
        Instant expiresAt = null;
        if (form.expiresAt() != null) {
            try {
                OffsetDateTime written = OffsetDateTime.parse(form.expiresAt().strip());
                expiresAt = written.toInstant();
                if (written.getYear() > LAST_YEAR) {
                    faults.add(FieldFault.of("expiresAt", "not-a-time"));
                } else if (!expiresAt.isAfter(clock.instant())) {
                    faults.add(FieldFault.of("expiresAt", "in-the-past"));
                }
            } catch (DateTimeParseException e) {
                faults.add(FieldFault.of("expiresAt", "not-a-time"));
            }
        }
        if (!faults.isEmpty()) {
            throw Faults.problem(faults);
        }
        return expiresAt;
    }

    @GetMapping
    ListAnswer all(Caller caller) {
        guard(caller);
        return new ListAnswer(
                keys.all().stream().map(key -> Answer.of(key, null)).toList());
    }

    /** 204, also when it was revoked before. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable String id, Caller caller) {
        guard(caller);
        ApiKeys.Outcome outcome = keys.revoke(caller, id.toLowerCase(Locale.ROOT), Traces.current());
        return switch (outcome) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_FOUND -> throw new ProblemException(404, ProblemCodes.NOT_FOUND);
            case ID_TAKEN, UNKNOWN -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
    }

    private void guard(Caller caller) {
        if (!keys.mayKeep(caller)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }
}

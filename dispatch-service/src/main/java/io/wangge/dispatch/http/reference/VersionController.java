package io.wangge.dispatch.http.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.reference.Change;
import io.wangge.dispatch.reference.Edition;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.reference.VersionNote;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What was in force when; nothing of it is ever changed. */
@RestController
@RequestMapping("/api/v1/reference/{kind}/versions")
class VersionController {
    private final ReferenceLibrary library;
    private final ReferenceDoor door;

    VersionController(ReferenceLibrary library, ReferenceDoor door) {
        this.library = library;
        this.door = door;
    }

    /** @param versions newest first, or the one of the moment that was asked for */
    record Versions(String kind, List<VersionNote> versions) {}

    record Version(String kind, long version, Instant activatedAt, JsonNode content) {}

    @Operation(summary = "Versions of a kind, newest first; with at: the one in force at that moment / 历史版本")
    @GetMapping
    Versions all(
            Caller caller,
            @PathVariable String kind,
            @Parameter(description = "a moment with offset")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable
                    OffsetDateTime at) {
        door.requireAdmin(caller);
        ReferenceKind which = ReferenceDoor.kind(kind);
        List<VersionNote> versions = library.versions(which);
        return new Versions(
                which.code(),
                at == null
                        ? versions
                        : versions.stream()
                                .filter(version -> !version.activatedAt().isAfter(at.toInstant()))
                                .limit(1)
                                .toList());
    }

    @Operation(summary = "One version with its content / 某一版本")
    @GetMapping("/{version}")
    Version one(Caller caller, @PathVariable String kind, @PathVariable long version) {
        door.requireAdmin(caller);
        Edition edition = edition(ReferenceDoor.kind(kind), version);
        return new Version(
                edition.kind().code(), edition.version(), edition.activatedAt(), DraftView.json(edition.content()));
    }

    @Operation(summary = "What a version changed of the one before / 与前一版本比较")
    @GetMapping("/{version}/changes")
    DraftController.Changes changes(Caller caller, @PathVariable String kind, @PathVariable long version) {
        door.requireAdmin(caller);
        ReferenceKind which = ReferenceDoor.kind(kind);
        Edition edition = edition(which, version);
        Optional<Edition> before = version > 1 ? library.edition(which, version - 1) : Optional.empty();
        return DraftController.changesOf(Change.between(before.map(Edition::content), edition.content()));
    }

    private Edition edition(ReferenceKind kind, long version) {
        return library.edition(kind, version).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }
}

package io.wangge.dispatch.http.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.files.SentContent;
import io.wangge.dispatch.reference.Change;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.Draft;
import io.wangge.dispatch.reference.DraftDesk;
import io.wangge.dispatch.reference.DraftDesk.Activation;
import io.wangge.dispatch.reference.DraftShelf;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The next version of each kind of reference data, from its first line until it is in force; for administrators. */
@RestController
@RequestMapping("/api/v1/reference")
class DraftController {
    private final DraftDesk desk;
    private final DraftShelf shelf;
    private final ReferenceDoor door;
    private final InstantSource clock;

    DraftController(DraftDesk desk, DraftShelf shelf, ReferenceDoor door, InstantSource clock) {
        this.desk = desk;
        this.shelf = shelf;
        this.door = door;
        this.clock = clock;
    }

    record Drafts(List<DraftView> drafts) {}

    /** @param ready true when nothing is wrong */
    record Check(boolean ready, int count, List<Finding> findings) {}

    record Changes(int added, int changed, int removed, List<Change> changes) {}

    /** @param activateAt with offset; absent for now @param with kinds whose drafts come into force in the same moment */
    record ActivationRequest(
            @Nullable OffsetDateTime activateAt, @Nullable List<String> with) {}

    record Activated(@Nullable Instant activateAt, List<Version> versions) {}

    record Version(String kind, long version, Instant activatedAt) {}

    @Operation(summary = "Drafts that are being written, without their contents / 草稿列表")
    @GetMapping("/drafts")
    Drafts all(Caller caller) {
        door.requireAdmin(caller);
        return new Drafts(shelf.all().stream().map(DraftView::withoutContent).toList());
    }

    @Operation(summary = "The draft of a kind / 草稿")
    @GetMapping("/{kind}/draft")
    ResponseEntity<DraftView> one(Caller caller, @PathVariable String kind) {
        door.requireAdmin(caller);
        return answer(draft(ReferenceDoor.kind(kind)));
    }

    @Operation(summary = "Writes the draft of a kind; If-Match names the revision it replaces / 保存草稿")
    @PutMapping(path = "/{kind}/draft", consumes = "application/json")
    ResponseEntity<DraftView> put(
            Caller caller,
            @PathVariable String kind,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] body) {
        door.requireAdmin(caller);
        ReferenceKind which = ReferenceDoor.kind(kind);
        Content content = read(which, body);
        Optional<Draft> present = shelf.find(which);
        long expected = ReferenceDoor.revision(ifMatch, present.isPresent());
        return answer(shelf.put(expected, content, caller.staffId(), clock.instant())
                .orElseThrow(() -> ReferenceDoor.stale(
                        which, shelf.find(which).map(Draft::revision).orElse(DraftShelf.NONE))));
    }

    @Operation(summary = "Throws the draft away / 放弃草稿")
    @DeleteMapping("/{kind}/draft")
    ResponseEntity<Void> discard(
            Caller caller,
            @PathVariable String kind,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        door.requireAdmin(caller);
        ReferenceKind which = ReferenceDoor.kind(kind);
        Draft present = draft(which);
        if (!shelf.discard(which, ReferenceDoor.revision(ifMatch, true))) {
            throw ReferenceDoor.stale(
                    which, shelf.find(which).map(Draft::revision).orElse(present.revision()));
        }
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "What would be wrong if the draft came into force now / 校验草稿")
    @GetMapping("/{kind}/draft/check")
    Check check(
            Caller caller,
            @PathVariable String kind,
            @Parameter(description = "other drafts to check together with it, such as grid,staff")
                    @RequestParam(required = false)
                    @Nullable
                    String with) {
        door.requireAdmin(caller);
        Draft draft = draft(ReferenceDoor.kind(kind));
        List<Finding> findings = desk.check(desk.together(draft.kind(), ReferenceDoor.kinds("with", with)));
        return new Check(findings.isEmpty(), findings.size(), findings);
    }

    @Operation(summary = "What the draft changes of the version in force, field by field / 与现行版本比较")
    @GetMapping("/{kind}/draft/changes")
    Changes changes(Caller caller, @PathVariable String kind) {
        door.requireAdmin(caller);
        return changesOf(desk.changes(draft(ReferenceDoor.kind(kind))));
    }

    static Changes changesOf(List<Change> changes) {
        return new Changes(
                count(changes, Change.How.ADDED),
                count(changes, Change.How.CHANGED),
                count(changes, Change.How.REMOVED),
                changes);
    }

    private static int count(List<Change> changes, Change.How how) {
        return (int) changes.stream().filter(change -> change.how() == how).count();
    }

    @Operation(summary = "Brings the draft into force now or at a time, if nothing is wrong with it / 启用草稿")
    @PostMapping("/{kind}/draft/activation")
    ResponseEntity<Activated> activate(
            Caller caller,
            @PathVariable String kind,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ActivationRequest request) {
        door.requireAdmin(caller);
        ReferenceKind which = ReferenceDoor.kind(kind);
        long revision = ReferenceDoor.revision(ifMatch, true);
        List<String> with = request == null || request.with() == null ? List.of() : request.with();
        OffsetDateTime at = request == null ? null : request.activateAt();
        Activation outcome = desk.activate(
                which,
                revision,
                ReferenceDoor.kinds("with", String.join(",", with)),
                at == null ? null : at.toInstant(),
                caller.staffId());
        return switch (outcome) {
            case Activation.Done(var editions) ->
                ResponseEntity.ok(new Activated(
                        null,
                        editions.stream()
                                .map(edition ->
                                        new Version(edition.kind().code(), edition.version(), edition.activatedAt()))
                                .toList()));
            case Activation.Planned(Draft draft) ->
                ResponseEntity.accepted()
                        .eTag("\"" + draft.revision() + "\"")
                        .body(new Activated(at == null ? null : at.toInstant(), List.of()));
            case Activation.Broken(List<Finding> findings) -> throw ReferenceDoor.broken(findings);
            case Activation.Stale(ReferenceKind of, long current) -> throw ReferenceDoor.stale(of, current);
        };
    }

    private Draft draft(ReferenceKind kind) {
        return shelf.find(kind).orElseThrow(() -> new ProblemException(404, "no-draft", Map.of("kind", kind.code())));
    }

    private static Content read(ReferenceKind kind, byte[] body) {
        try {
            return SentContent.read(kind, body);
        } catch (SentContent.Unreadable e) {
            throw ProblemException.invalid(e.field(), e.missing() ? "required" : "bad-format");
        }
    }

    private static ResponseEntity<DraftView> answer(Draft draft) {
        return ResponseEntity.ok()
                .eTag("\"" + draft.revision() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(DraftView.of(draft));
    }
}

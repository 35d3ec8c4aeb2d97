package io.wangge.dispatch.http.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.desk.FewAtOnce;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.files.BadFile;
import io.wangge.dispatch.files.FileForm;
import io.wangge.dispatch.files.OrganisationExport;
import io.wangge.dispatch.files.OrganisationImport;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.Draft;
import io.wangge.dispatch.reference.DraftDesk;
import io.wangge.dispatch.reference.DraftShelf;
import io.wangge.dispatch.reference.DraftShelf.Expected;
import io.wangge.dispatch.reference.Edition;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reference data as files: in, all or nothing, into drafts; and out, in a form that comes in again. */
@RestController
@RequestMapping("/api/v1/reference")
class FileController {
    private static final int MOST_SHOWN = 200;

    private final DraftShelf shelf;
    private final DraftDesk desk;
    private final ReferenceLibrary library;
    private final ReferenceDoor door;
    private final InstantSource clock;

    FileController(
            DraftShelf shelf, DraftDesk desk, ReferenceLibrary library, ReferenceDoor door, InstantSource clock) {
        this.shelf = shelf;
        this.desk = desk;
        this.library = library;
        this.door = door;
        this.clock = clock;
    }

    /** @param findings what would still be wrong if these drafts came into force now */
    record Imported(List<Kind> drafts, List<Placed> findings) {}

    record Kind(String kind, long revision, int added, int changed, int removed) {}

    /** @param line where it stands in the imported file; absent for what is not in it */
    record Placed(
            String where,
            String words,
            String wordsZh,
            @Nullable Integer line) {}

    /** @param line from 1; 0 for the file as a whole */
    record Fault(String file, int line, String words, String wordsZh) {}

    @Operation(summary = "Imports files into drafts, all or nothing; a part for each kind / 导入")
    @PostMapping(path = "/import", consumes = "multipart/form-data")
    Imported several(
            Caller caller,
            MultipartHttpServletRequest request,
            @Parameter(description = "whether drafts that stand there are written over")
                    @RequestParam(defaultValue = "false")
                    boolean replace) {
        door.requireAdmin(caller);
        try (FewAtOnce.Place place = door.heavyWork()) {
            return imported(caller, files(request), replace);
        }
    }

    private static List<OrganisationImport> files(MultipartHttpServletRequest request) {
        List<OrganisationImport> files = new ArrayList<>();
        request.getMultiFileMap().forEach((part, parts) -> {
            if (parts.size() > 1) {
                // Which of the two would be in force?
                throw ProblemException.invalid(List.of(new FieldFault(part, "too-many", Map.of("max", 1))));
            }
            MultipartFile file = parts.getFirst();
            String name = String.valueOf(file.getOriginalFilename());
            boolean map = name.toLowerCase(Locale.ROOT).endsWith("json");
            files.add(read(ReferenceDoor.kind(part), map ? FileForm.GEOJSON : FileForm.CSV, name, bytes(file)));
        });
        if (files.isEmpty()) {
            throw ProblemException.invalid("unit", "required");
        }
        return files;
    }

    @Operation(summary = "Imports one file (text/csv or application/geo+json) into the draft of a kind / 导入一类")
    @PostMapping(
            path = "/{kind}/import",
            consumes = {"text/csv", "application/geo+json"})
    Imported one(
            Caller caller,
            @PathVariable String kind,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestBody byte[] body) {
        door.requireAdmin(caller);
        FileForm form = type.startsWith("text/csv") ? FileForm.CSV : FileForm.GEOJSON;
        ReferenceKind which = ReferenceDoor.kind(kind);
        try (FewAtOnce.Place place = door.heavyWork()) {
            return imported(caller, List.of(read(which, form, which.code() + "." + form.ending(), body)), replace);
        }
    }

    private Imported imported(Caller caller, List<OrganisationImport> files, boolean replace) {
        List<BadFile> faults =
                files.stream().flatMap(file -> file.faults().stream()).toList();
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        List<Draft> drafts = keep(caller, files, replace);
        Map<String, Integer> lines = new java.util.HashMap<>();
        files.forEach(file -> lines.putAll(file.lines()));
        return new Imported(
                drafts.stream().map(this::summary).toList(),
                desk.check(drafts).stream()
                        .limit(MOST_SHOWN)
                        .map(finding -> placed(finding, lines))
                        .toList());
    }

    private List<Draft> keep(Caller caller, List<OrganisationImport> files, boolean replace) {
        List<Expected> wanted = new ArrayList<>();
        for (OrganisationImport file : files) {
            long present = shelf.find(file.kind()).map(Draft::revision).orElse(DraftShelf.NONE);
            if (present != DraftShelf.NONE && !replace) {
                throw new ProblemException(
                        409, "draft-exists", Map.of("kind", file.kind().code()));
            }
            Content content = file.content().orElseThrow();
            wanted.add(new Expected(present, content));
        }
        return shelf.putAll(wanted, caller.staffId(), clock.instant())
                .orElseThrow(() -> new ProblemException(
                        409,
                        "draft-exists",
                        Map.of("kind", files.getFirst().kind().code())));
    }

    private Kind summary(Draft draft) {
        DraftController.Changes changes = DraftController.changesOf(desk.changes(draft));
        return new Kind(draft.kind().code(), draft.revision(), changes.added(), changes.changed(), changes.removed());
    }

    private static Placed placed(Finding finding, Map<String, Integer> lines) {
        return new Placed(finding.where(), finding.words(), finding.wordsZh(), lines.get(finding.where()));
    }

    private static ProblemException refused(List<BadFile> faults) {
        BadFile first = faults.getFirst();
        return new ProblemException(
                400,
                "import-refused",
                Map.of(
                        "count",
                        faults.size(),
                        "file",
                        first.file(),
                        "line",
                        first.line(),
                        "words",
                        first.words(),
                        "wordsZh",
                        first.wordsZh(),
                        "faults",
                        faults.stream()
                                .limit(MOST_SHOWN)
                                .map(it -> new Fault(it.file(), it.line(), it.words(), it.wordsZh()))
                                .toList()));
    }

    private static OrganisationImport read(ReferenceKind kind, FileForm form, String name, byte[] bytes) {
        return OrganisationImport.read(kind, form, name, bytes).orElseThrow(() -> noSuchForm(kind, form));
    }

    private static ProblemException noSuchForm(ReferenceKind kind, FileForm form) {
        return new ProblemException(400, "no-such-form", Map.of("kind", kind.code(), "form", form.ending()));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Operation(summary = "A version as a file that comes in again; the one in force without version / 导出")
    @GetMapping("/{kind}/export")
    ResponseEntity<byte[]> export(
            Caller caller,
            @PathVariable String kind,
            @Parameter(description = "csv, geojson (grids) or json") @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable Long version) {
        door.requireAdmin(caller);
        try (FewAtOnce.Place place = door.heavyWork()) {
            return file(ReferenceDoor.kind(kind), format, version);
        }
    }

    private ResponseEntity<byte[]> file(ReferenceKind which, String format, @Nullable Long version) {
        FileForm form = Arrays.stream(FileForm.values())
                .filter(it -> it.ending().equals(format))
                .findAny()
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldFault(
                        "format", "unknown-value", Map.of("allowed", List.of("csv", "geojson", "json"))))));
        Edition edition = (version == null
                        ? library.active().stream()
                                .filter(it -> it.kind() == which)
                                .findAny()
                        : library.edition(which, version))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        byte[] file = OrganisationExport.write(edition.content(), form).orElseThrow(() -> noSuchForm(which, form));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%d.%s\"".formatted(which.code(), edition.version(), form.ending()))
                .body(file);
    }
}

package io.wangge.ledger.http.bulletin;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.bulletin.Bulletin;
import io.wangge.ledger.bulletin.BulletinDesk;
import io.wangge.ledger.bulletin.BulletinKind;
import io.wangge.ledger.bulletin.BulletinKind.Span;
import io.wangge.ledger.bulletin.BulletinShelf;
import io.wangge.ledger.http.BodyFields;
import io.wangge.ledger.print.BulletinBook;
import io.wangge.ledger.print.PdfPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 日督查, 周通报, 月考核 of units in the caller's scope: as a page, a workbook, a PDF. */
@RestController
@RequestMapping("/api/v1/bulletins")
class BulletinController {
    private static final int MOST_ON_A_PAGE = 200;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final BulletinDesk desk;
    private final BulletinShelf shelf;
    private final PdfPrinter printer;
    private final DirectoryCopy directory;

    BulletinController(BulletinDesk desk, BulletinShelf shelf, PdfPrinter printer, DirectoryCopy directory) {
        this.desk = desk;
        this.shelf = shelf;
        this.printer = printer;
        this.directory = directory;
    }

    record BulletinsView(List<Bulletin.Head> items) {}

    record MakingBody(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String unitId,
            @Nullable String period) {}

    /** Latest first; with {@code unitId} that unit's alone. */
    @GetMapping
    BulletinsView list(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("limit", "out-of-range", Map.of("min", 1, "max", MOST_ON_A_PAGE))));
        }
        BulletinKind asked = kind == null || kind.isEmpty() ? null : kind(kind);
        Set<String> units = unitId == null
                ? caller.units()
                : Set.of(unit(caller, directory.current(), unitId).id());
        return new BulletinsView(
                shelf.list(units, unitId == null, asked, period == null || period.isEmpty() ? null : period, limit));
    }

    /** 200 also for the same again. Of a running period it is an interim one. */
    @PostMapping
    Bulletin make(Caller caller, @RequestBody MakingBody body) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(body.id(), faults);
        if (body.unitId() == null) {
            faults.add(FieldFault.of("unitId", "required"));
        }
        if (!faults.isEmpty() || body.id() == null || body.unitId() == null) {
            throw ProblemException.invalid(faults);
        }
        BulletinKind kind = kind(String.valueOf(body.kind()));
        Span span = kind.span(String.valueOf(body.period()))
                .orElseThrow(() -> ProblemException.invalid("period", "bad-format"));
        Directory now = directory.current();
        UnitItem unit = unit(caller, now, body.unitId());
        if (!desk.hasBegun(span)) {
            throw new ProblemException(409, "bulletin-in-future", Map.of("period", span.text()));
        }
        Bulletin made = desk.make(kind, unit, span, now, body.id());
        if (!made.head().unitId().equals(unit.id()) || !made.head().period().equals(span.text())) {
            throw new ProblemException(409, ProblemCodes.SAME_ID_OTHER_CONTENT);
        }
        return made;
    }

    @GetMapping("/{id}")
    Bulletin one(Caller caller, @PathVariable String id) {
        return found(caller, id);
    }

    @GetMapping("/{id}.xlsx")
    ResponseEntity<byte[]> workbook(Caller caller, @PathVariable String id) throws IOException {
        Bulletin bulletin = found(caller, id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BulletinBook.write(bulletin, out);
        return file(bulletin, out, "xlsx", XLSX);
    }

    @GetMapping("/{id}.pdf")
    ResponseEntity<byte[]> pdf(Caller caller, @PathVariable String id) throws IOException {
        Bulletin bulletin = found(caller, id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return switch (printer.print(bulletin, out)) {
            case DONE -> file(bulletin, out, "pdf", "application/pdf");
            case NO_FONT -> throw new ProblemException(503, "print-font-missing");
            case BUSY -> throw new ProblemException(503, "print-busy");
        };
    }

    /** Whole in memory before a byte leaves: some ten kilobytes, and what fails becomes a problem, not half a file. */
    private static ResponseEntity<byte[]> file(
            Bulletin bulletin, ByteArrayOutputStream out, String ending, String type) {
        Bulletin.Head head = bulletin.head();
        String name = head.unit().zh() + head.kind().zh() + head.period() + "." + ending;
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private Bulletin found(Caller caller, String id) {
        return shelf.find(id)
                .filter(known -> caller.coversAny(known.head().unitPath()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private static UnitItem unit(Caller caller, Directory now, String id) {
        return now.unit(id)
                .filter(known -> caller.coversAny(known.path()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private static BulletinKind kind(String code) {
        return BulletinKind.of(code)
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldFault(
                        "kind",
                        "unknown-value",
                        Map.of(
                                "allowed",
                                Arrays.stream(BulletinKind.values())
                                        .map(BulletinKind::code)
                                        .toList())))));
    }
}

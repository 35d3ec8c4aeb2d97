package io.wangge.intake.http.imports;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.desk.ImportReports;
import io.wangge.intake.http.Faults;
import io.wangge.intake.imports.BadTable;
import io.wangge.intake.imports.Field;
import io.wangge.intake.imports.ImportJob;
import io.wangge.intake.imports.Mapping;
import io.wangge.intake.imports.RowError;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.sheet.ErrorTable;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.problem.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 批量导入: a table of a clerk becomes reports. Jobs are seen by their owners only. */
@RestController
@RequestMapping("/api/v1/import-jobs")
class ImportController {
    private static final int NAME_LIMIT = 200;

    private final ImportReports imports;
    private final ProblemTexts texts;

    ImportController(ImportReports imports, ProblemTexts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /**
     * What the columns mean.
     *
     * @param columns one for each column of the table, null for one that is left out
     * @param channel of rows that name none
     * @param nature of rows that name none
     */
    record Form(
            @Nullable List<@Nullable String> columns,
            @Nullable String channel,
            @Nullable String nature) {}

    /** The file is the body, at most 32 MB and 100,000 rows. 201 with its first rows and what its columns seem to mean. */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @PostMapping
    ResponseEntity<ImportAnswer> upload(
            @RequestParam String id, @RequestParam String fileName, HttpServletRequest request, Caller caller)
            throws IOException {
        guard(caller);
        String name = fileName.strip();
        if (name.isEmpty() || name.length() > NAME_LIMIT) {
            throw Faults.problem(List.of(
                    name.isEmpty()
                            ? FieldFault.of("fileName", "required")
                            : new FieldFault("fileName", "too-long", Map.of("max", NAME_LIMIT))));
        }
        try {
            ImportJob job = imports.upload(caller, uuid(id), name, request.getInputStream())
                    .orElseThrow(() -> new ProblemException(409, ProblemCodes.SAME_ID_OTHER_CONTENT));
            return ResponseEntity.created(URI.create("/api/v1/import-jobs/" + job.id()))
                    .body(ImportAnswer.of(job));
        } catch (BadTable bad) {
            throw new ProblemException(422, bad.code(), bad.facts());
        }
    }

    @GetMapping
    ImportAnswer.ListAnswer own(Caller caller) {
        guard(caller);
        return new ImportAnswer.ListAnswer(
                imports.own(caller).stream().map(ImportAnswer::of).toList());
    }

    @GetMapping("/{id}")
    ImportAnswer one(@PathVariable String id, Caller caller) {
        guard(caller);
        return ImportAnswer.of(find(caller, id));
    }

    /** 409 {@code import-not-waiting} when it was started already, or is over. */
    @PostMapping("/{id}/start")
    ImportAnswer start(@PathVariable String id, @RequestBody Form form, Caller caller) {
        guard(caller);
        ImportJob job = find(caller, id);
        Mapping mapping = mappingOf(form);
        List<FieldFault> faults = mapping.faults(job.columns());
        if (!faults.isEmpty()) {
            throw Faults.problem(faults);
        }
        if (!imports.start(job, mapping)) {
            throw new ProblemException(409, "import-not-waiting");
        }
        return ImportAnswer.of(find(caller, id));
    }

    /** What is stored stays stored. 409 {@code import-over} when there is nothing left to cancel. */
    @PostMapping("/{id}/cancel")
    ImportAnswer cancel(@PathVariable String id, Caller caller) {
        guard(caller);
        if (!imports.cancel(find(caller, id))) {
            throw new ProblemException(409, "import-over");
        }
        return ImportAnswer.of(find(caller, id));
    }

    /** The rows that became no report, in the format of the upload, with their line and the reason behind them. */
    @GetMapping("/{id}/errors")
    void errors(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        guard(caller);
        ImportJob job = find(caller, id);
        boolean xlsx = job.format() == ImportJob.Format.XLSX;
        response.setContentType(
                xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"import-errors-" + job.id() + (xlsx ? ".xlsx\"" : ".csv\""));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ProblemLanguage words = ProblemLanguage.of(language);
        try (ErrorTable table = ErrorTable.to(response.getOutputStream(), job.format())) {
            List<String> heading = new ArrayList<>(job.columns());
            heading.add(words == ProblemLanguage.ZH_CN ? "行号" : "line");
            heading.add(words == ProblemLanguage.ZH_CN ? "原因" : "reason");
            table.row(heading);
            imports.errors(job, error -> write(table, job, error, words));
        }
    }

    private void write(ErrorTable table, ImportJob job, RowError error, ProblemLanguage words) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < job.columns().size(); column++) {
            cells.add(error.row().cell(column));
        }
        cells.add(Integer.toString(error.row().line()));
        cells.add(error.faults().stream()
                .map(fault -> reason(fault, job, words))
                .collect(Collectors.joining(words == ProblemLanguage.ZH_CN ? "；" : "; ")));
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under the heading that the clerk knows. */
    private String reason(FieldFault fault, ImportJob job, ProblemLanguage words) {
        String heading = headingOf(fault.field(), job);
        String reason = texts.text(words, "field." + fault.reason() + ".reason", fault.facts())
                .or(() -> texts.text(words, fault.reason() + ".detail", fault.facts()))
                .orElse(fault.reason());
        return heading.isEmpty() ? reason : heading + " " + reason;
    }

    private static String headingOf(String formField, ImportJob job) {
        Mapping mapping = job.mapping();
        if (mapping != null) {
            for (Field field : Field.values()) {
                var column = mapping.columnOf(field);
                if (column.isPresent() && formField.startsWith(field.formField())) {
                    return job.columns().get(column.getAsInt());
                }
            }
        }
        return formField;
    }

    private static Mapping mappingOf(Form form) {
        List<FieldFault> faults = new ArrayList<>();
        List<@Nullable Field> columns = new ArrayList<>();
        if (form.columns() == null) {
            faults.add(FieldFault.of("columns", "required"));
        } else {
            form.columns()
                    .forEach(name -> columns.add(name == null ? null : oneOf("columns", name, Field.values(), faults)));
        }
        Channel channel = form.channel() == null ? null : oneOf("channel", form.channel(), Channel.values(), faults);
        Nature nature = form.nature() == null ? null : oneOf("nature", form.nature(), Nature.values(), faults);
        if (!faults.isEmpty()) {
            throw Faults.problem(faults);
        }
        return new Mapping(columns, channel, nature);
    }

    private static <E extends Enum<E>> @Nullable E oneOf(
            String field, String name, E[] allowed, List<FieldFault> faults) {
        for (E value : allowed) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        faults.add(new FieldFault(
                field,
                "unknown-value",
                Map.of("allowed", Arrays.stream(allowed).map(Enum::name).collect(Collectors.joining(", ")))));
        return null;
    }

    private void guard(Caller caller) {
        if (!imports.mayImport(caller)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }

    private ImportJob find(Caller caller, String id) {
        return imports.find(caller, id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private static String uuid(String written) {
        try {
            UUID id = UUID.fromString(written.strip());
            return id.toString();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("id", "not-a-uuid");
        }
    }
}

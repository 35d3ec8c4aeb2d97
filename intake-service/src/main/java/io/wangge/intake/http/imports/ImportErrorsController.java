package io.wangge.intake.http.imports;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.desk.ImportReports;
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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of the rows of an import that are no reports. Jobs are seen by their owners only. */
@RestController
class ImportErrorsController {
    private static final int MOST_ROWS_SHOWN = 200;

    private final ImportReports imports;
    private final ProblemTexts texts;

    ImportErrorsController(ImportReports imports, ProblemTexts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /** The rows that became no report, in the format of the upload, with their line and the reason behind them. */
    @GetMapping("/api/v1/import-jobs/{id}/errors")
    void errors(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        ImportJob job = jobOf(caller, id);
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

    /**
     * @param line as a spreadsheet counts them, the heading is 1
     * @param column heading of the table; absent where no column stands for what is wrong
     * @param value of that cell
     */
    record FaultView(
            int line,
            @Nullable String column,
            @Nullable String value,
            String reason,
            @Nullable String remedy) {}

    record FaultList(List<FaultView> items) {}

    /** 退回的行, for a page: each fault of the first rows that became no report, whatever the format of the upload. */
    @GetMapping("/api/v1/import-jobs/{id}/faults")
    FaultList faults(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Caller caller) {
        ImportJob job = jobOf(caller, id);
        ProblemLanguage words = ProblemLanguage.of(language);
        return new FaultList(imports.firstErrors(job, Math.clamp(limit, 1, MOST_ROWS_SHOWN)).stream()
                .flatMap(error -> error.faults().stream().map(fault -> view(fault, error, job, words)))
                .toList());
    }

    private ImportJob jobOf(Caller caller, String id) {
        if (!imports.mayImport(caller)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        return imports.find(caller, id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private FaultView view(FieldFault fault, RowError error, ImportJob job, ProblemLanguage words) {
        OptionalInt column = columnOf(fault.field(), job);
        return new FaultView(
                error.row().line(),
                column.isPresent() ? job.columns().get(column.getAsInt()) : null,
                column.isPresent() ? error.row().cell(column.getAsInt()) : null,
                wordsOf(fault, words),
                texts.text(words, "field." + fault.reason() + ".remedy", fault.facts())
                        .or(() -> texts.text(words, fault.reason() + ".remedy", fault.facts()))
                        .orElse(null));
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
        OptionalInt column = columnOf(fault.field(), job);
        String heading = column.isPresent() ? job.columns().get(column.getAsInt()) : fault.field();
        String reason = wordsOf(fault, words);
        return heading.isEmpty() ? reason : heading + " " + reason;
    }

    private String wordsOf(FieldFault fault, ProblemLanguage words) {
        return texts.text(words, "field." + fault.reason() + ".reason", fault.facts())
                .or(() -> texts.text(words, fault.reason() + ".detail", fault.facts()))
                .orElse(fault.reason());
    }

    private static OptionalInt columnOf(String formField, ImportJob job) {
        Mapping mapping = job.mapping();
        if (mapping != null) {
            for (Field field : Field.values()) {
                OptionalInt column = mapping.columnOf(field);
                if (column.isPresent() && formField.startsWith(field.formField())) {
                    return column;
                }
            }
        }
        return OptionalInt.empty();
    }
}

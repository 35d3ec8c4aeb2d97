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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What became of the rows of an import that are no reports. Jobs are seen by their owners only. */
@RestController
class ImportErrorsController {
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
        if (!imports.mayImport(caller)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        ImportJob job = imports.find(caller, id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
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
}

package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.CaseLists;
import io.wangge.dispatch.desk.CaseQuery;
import io.wangge.dispatch.desk.FewAtOnce;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.dispatch.sheet.CsvSheet;
import io.wangge.dispatch.sheet.Sheet;
import io.wangge.dispatch.sheet.XlsxSheet;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.store.Stored;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** 导出: a list as a file, row by row from the store to the reader; memory does not grow with its length. */
final class CaseExport {
    /** A sheet of the format ends at 1,048,576 rows. */
    static final int MOST_ROWS = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(CaseExport.class);

    private static final int MOST_AT_ONCE = 2;

    private final FewAtOnce running = new FewAtOnce(MOST_AT_ONCE);
    private final CaseLists lists;
    private final CaseViews views;
    private final ReferenceData referenceData;

    CaseExport(CaseLists lists, CaseViews views, ReferenceData referenceData) {
        this.lists = lists;
        this.views = views;
        this.referenceData = referenceData;
    }

    enum Format {
        CSV("csv", "text/csv;charset=UTF-8") {
            @Override
            Sheet sheet(OutputStream out) throws IOException {
                return new CsvSheet(out);
            }
        },
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
            @Override
            Sheet sheet(OutputStream out) {
                return new XlsxSheet(out, "案卷");
            }
        };

        private final String ending;
        private final String contentType;

        Format(String ending, String contentType) {
            this.ending = ending;
            this.contentType = contentType;
        }

        abstract Sheet sheet(OutputStream out) throws IOException;
    }

    /**
     * Two at once: an export reads as much as hundreds of people who look at their inboxes.
     *
     * <p>The first rows are read before anything is sent, so that a query that cannot be answered is still a problem.
     *
     * @throws ProblemException 429 while two others run
     */
    void send(CaseQuery query, Format format, HttpServletResponse response) throws IOException {
        try (FewAtOnce.Place place = running.enter()
                        .orElseThrow(
                                () -> new ProblemException(429, "too-many-at-once", Map.of("most", MOST_AT_ONCE)));
                Stream<Stored<Case>> found = lists.all(query, MOST_ROWS + 1)) {
            Iterator<Stored<Case>> cases = found.iterator();
            boolean any = cases.hasNext();
            response.setContentType(format.contentType);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(
                                    "案卷-" + LocalDate.ofInstant(query.now(), HttpJson.ZONE) + "." + format.ending,
                                    StandardCharsets.UTF_8)
                            .build()
                            .toString());
            CaseRow rows = new CaseRow(referenceData.current().directory());
            try (Sheet sheet = format.sheet(response.getOutputStream())) {
                write(any ? cases : Collections.emptyIterator(), query.caller(), rows, sheet);
            }
        } catch (IOException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            LOG.info("The reader of an export has gone: {}", e.toString());
        }
    }

    /** Ends with a line that says so when there are more, or when the rest could not be read. */
    void write(Iterator<Stored<Case>> cases, Caller caller, CaseRow rows, Sheet sheet) throws IOException {
        sheet.row(CaseRow.HEADINGS);
        int written = 0;
        try {
            while (cases.hasNext() && written < MOST_ROWS) {
                sheet.row(rows.of(views.of(cases.next(), caller)));
                written++;
            }
            if (cases.hasNext()) {
                sheet.row(List.of("（只导出前 " + MOST_ROWS + " 条，其余请缩小范围后再导出 / cut at " + MOST_ROWS + " rows）"));
            }
        } catch (RuntimeException e) {
            // The head of the answer has left long ago: the file itself has to say that it is not whole.
            LOG.warn("Export broke off after {} rows: {}", written, e.toString());
            sheet.row(List.of("（导出中断，内容不完整，请重新导出 / broke off, not complete）"));
        }
    }
}

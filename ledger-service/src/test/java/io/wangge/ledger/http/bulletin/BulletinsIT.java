package io.wangge.ledger.http.bulletin;

import static io.wangge.ledger.http.Answers.assertProblem;
import static io.wangge.ledger.http.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import io.wangge.contracts.report.Channel;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.ledger.Story;
import io.wangge.ledger.bulletin.Bulletin;
import io.wangge.ledger.bulletin.BulletinDesk;
import io.wangge.ledger.bulletin.BulletinKind;
import io.wangge.ledger.bulletin.BulletinKind.Span;
import io.wangge.ledger.bulletin.BulletinShelf;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.http.RunningLedger;
import io.wangge.ledger.mongo.bulletin.MongoSupervisions;
import io.wangge.ledger.print.PdfPrinter;
import io.wangge.ledger.rating.RatingTotals;
import io.wangge.ledger.score.Appeals;
import io.wangge.ledger.score.ScoreDesk;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 日督查, 周通报, 月考核 at the HTTP door. */
class BulletinsIT {
    private static final String LEADER = "s-leader-1";
    private static final String BULLETINS = "/api/v1/bulletins";
    private static final List<String> COMMUNITY = List.of("u-district", "u-street-1", "u-community-1");
    private static final LocalDate YESTERDAY = Days.dayOf(Instant.now()).minusDays(1);
    private static final String LATE = UUID.randomUUID().toString();
    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = new RunningLedger();
        Instant noon = YESTERDAY.atTime(12, 0).atZone(Days.ZONE).toInstant();
        History late = new History(LATE, Story.PATH)
                .at(noon.minus(Duration.ofHours(3)))
                .opened(Channel.GRID_WORKER)
                .dispatched(COMMUNITY, "COMMUNITY", noon)
                .accepted();
        late.events().forEach(ledger::send);
        new History(UUID.randomUUID().toString(), Story.PATH)
                .at(noon.minus(Duration.ofHours(3)))
                .opened(Channel.WEB)
                .dispatched(COMMUNITY, "COMMUNITY", noon.plus(Duration.ofHours(2)))
                .accepted()
                .at(noon)
                .completed()
                .closed("SATISFIED")
                .events()
                .forEach(ledger::send);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ledger.get(LEADER, "/api/v1/figures?figures=closed,reported&from=" + YESTERDAY)
                        .body()
                        .replace(" ", "")
                        .contains("\"reported\":{\"numerator\":2}"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aDailyInspectionShowsTheDayAndStaysAsItWasShown() throws Exception {
        JsonNode made = ok(make("daily", YESTERDAY.toString()));

        assertThat(made.at("/head/id").asString()).isEqualTo("daily.u-street-1." + YESTERDAY);
        assertThat(made.at("/head/interim").asBoolean()).isFalse();
        assertThat(made.at("/tables/0/rows/0/0/words/zh").asString()).isEqualTo("合计");
        assertThat(made.at("/tables/0/rows/0/1/number").asInt()).isEqualTo(2);
        assertThat(made.at("/tables/1/rows/0/0/caseId").asString()).isEqualTo(LATE);

        new Story().opened().events().forEach(ledger::send);
        assertThat(ok(ledger.get(LEADER, BULLETINS + "/daily.u-street-1." + YESTERDAY)))
                .isEqualTo(made);
        assertThat(ok(make("daily", YESTERDAY.toString()))).isEqualTo(made);
        assertThat(ok(ledger.get(LEADER, BULLETINS + "?kind=daily&period=" + YESTERDAY))
                        .at("/items/0/id")
                        .asString())
                .startsWith("daily.");
    }

    @Test
    void weeklyAndMonthlyOnesAreMadeOnDemandAndAreInterimWhileTheirTimeRuns() throws Exception {
        Span week = BulletinKind.WEEKLY.around(Days.dayOf(Instant.now()));
        JsonNode weekly = ok(make("weekly", week.text()));
        assertThat(weekly.at("/head/interim").asBoolean()).isTrue();
        assertThat(weekly.get("tables").findValuesAsString("code"))
                .contains("ranking", "comparison", "categories", "places");

        Span thisMonth = BulletinKind.MONTHLY.around(Days.dayOf(Instant.now()));
        JsonNode running = ok(make("monthly", thisMonth.text()));
        assertThat(running.at("/head/interim").asBoolean()).isTrue();
        assertThat(running.get("tables").findValuesAsString("code")).contains("score-street", "score-community");

        Span month = BulletinKind.MONTHLY.before(BulletinKind.MONTHLY.around(YESTERDAY.withDayOfMonth(1)));
        JsonNode monthly = ok(make("monthly", month.text()));
        assertThat(monthly.at("/head/interim").asBoolean()).isFalse();
        assertThat(monthly.get("tables").findValuesAsString("code"))
                .contains("score-community", "three-rates", "times", "windows", "appeals");
        workbook(monthly);
        workbook(weekly);
        print(monthly.at("/head/id").asString(), "月考核", "接诉即办三率", "考核得分排名");
        print(weekly.at("/head/id").asString(), "周通报", "与上周比较", "中期");
        assertThat(ok(ledger.get(LEADER, "/api/v1/score-sheets?period=" + month.text()))
                        .get("items"))
                .isNotEmpty();
    }

    /** A sheet for each table, in its order, with all its rows, and charts where the page has them. */
    private static void workbook(JsonNode shown) throws Exception {
        Bulletin bulletin = ledger.bean(BulletinShelf.class)
                .find(shown.at("/head/id").asString())
                .orElseThrow();
        HttpResponse<InputStream> file =
                ledger.file(LEADER, BULLETINS + "/" + shown.at("/head/id").asString() + ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(file.body())) {
            assertThat(book.getNumberOfSheets())
                    .isEqualTo(bulletin.tables().size())
                    .isGreaterThan(2);
            int charts = 0;
            for (int i = 0; i < bulletin.tables().size(); i++) {
                var table = bulletin.tables().get(i);
                XSSFSheet sheet = book.getSheetAt(i);
                assertThat(sheet.getSheetName()).startsWith(table.title().zh());
                assertThat(sheet.getLastRowNum())
                        .isGreaterThanOrEqualTo(3 + table.rows().size());
                charts += sheet.getDrawingPatriarch() == null
                        ? 0
                        : sheet.getDrawingPatriarch().getCharts().size();
            }
            assertThat(charts).isPositive();
        }
    }

    /** Leaves the first page under target, to be looked at. */
    private static void print(String id, String... words) throws Exception {
        Bulletin bulletin = ledger.bean(BulletinShelf.class).find(id).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (ledger.bean(PdfPrinter.class).print(bulletin, out) == PdfPrinter.Printed.NO_FONT) {
            return;
        }
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains(words);
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 80),
                    "png",
                    new File("target/" + bulletin.head().kind().code() + ".png"));
        }
    }

    @Test
    void itLeavesAsWorkbookAndPdf() throws Exception {
        String path = BULLETINS + "/"
                + ok(make("daily", YESTERDAY.toString())).at("/head/id").asString();

        HttpResponse<String> book = ledger.get(LEADER, path + ".xlsx");
        assertThat(book.statusCode()).isEqualTo(200);
        assertThat(book.body()).startsWith("PK");
        assertThat(book.headers().firstValue("Content-Disposition").orElse("")).contains("xlsx");

        HttpResponse<String> pdf = ledger.get(LEADER, path + ".pdf");
        if (pdf.statusCode() == 503) {
            assertProblem(pdf, 503, "print-font-missing");
        } else {
            assertThat(pdf.body()).startsWith("%PDF");
        }
    }

    @Test
    void whatIsDueIsMadeOnceByHoweverManyReplicasAndAfterAnOutage() throws Exception {
        BulletinDesk desk = ledger.bean(BulletinDesk.class);
        var directory = ledger.bean(DirectoryCopy.class).current();
        List<Future<Integer>> replicas = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> making = () -> desk.makeDue(directory);
            replicas.addAll(threads.invokeAll(List.of(making, making, making)));
        }
        for (Future<Integer> replica : replicas) {
            replica.get();
        }

        assertThat(desk.makeDue(directory)).isZero();
    }

    @Test
    void eachIsMadeAnHourAfterItsPeriodIsOverAndAfterAnOutageThoseThatWereMissed() {
        BulletinShelf shelf = ledger.bean(BulletinShelf.class);
        // Beyond all that this service makes by itself meanwhile, and each beyond the end of the one before.
        LocalDate later = YESTERDAY;
        for (BulletinKind kind : BulletinKind.values()) {
            later = later.plusDays(40);
            Span span = kind.around(later);
            String id = Bulletin.idOf(kind, "u-street-1", span);
            Instant end = span.to().plusDays(1).atStartOfDay(Days.ZONE).toInstant();

            makeDueAt(end.plus(Duration.ofMinutes(59)));
            assertThat(shelf.find(id)).as("%s too early", kind).isEmpty();
            assertThat(shelf.find(Bulletin.idOf(kind, "u-street-1", kind.before(span))))
                    .isPresent();

            assertThat(makeDueAt(end.plus(Duration.ofHours(1)))).isPositive();
            assertThat(shelf.find(id))
                    .as("%s", kind)
                    .hasValueSatisfying(
                            made -> assertThat(made.head().interim()).isFalse());
            assertThat(makeDueAt(end.plus(Duration.ofHours(1)))).isZero();
        }

        LocalDate back = later.plusDays(100);
        makeDueAt(back.atTime(2, 0).atZone(Days.ZONE).toInstant());
        Span day = BulletinKind.DAILY.before(BulletinKind.DAILY.around(back));
        for (int missed = 1; missed <= 7; missed++) {
            assertThat(shelf.find(Bulletin.idOf(BulletinKind.DAILY, "u-street-1", day)))
                    .as("%s", day)
                    .isPresent();
            day = BulletinKind.DAILY.before(day);
        }
        // Older ones are made when somebody asks.
        assertThat(shelf.find(Bulletin.idOf(BulletinKind.DAILY, "u-street-1", day)))
                .isEmpty();
    }

    private static int makeDueAt(Instant moment) {
        BulletinDesk desk = new BulletinDesk(
                ledger.bean(BulletinShelf.class),
                ledger.bean(FigureDesk.class),
                new MongoSupervisions(ledger.bean(MongoClient.class).getDatabase(ledger.database())),
                ledger.bean(ScoreDesk.class),
                ledger.bean(RatingTotals.class),
                ledger.bean(Appeals.class),
                () -> moment,
                Duration.ofHours(1));
        return desk.makeDue(ledger.bean(DirectoryCopy.class).current());
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithItsCode() throws Exception {
        assertProblem(make("daily", YESTERDAY.plusDays(3).toString()), 409, "bulletin-in-future");
        assertProblem(make("daily", "2026-W10"), 400, "invalid-field");
        assertProblem(make("hourly", YESTERDAY.toString()), 400, "invalid-field");
        assertProblem(ledger.post(LEADER, BULLETINS, "{}"), 400, "invalid-field");
        assertProblem(ledger.get(LEADER, BULLETINS + "?kind=hourly"), 400, "invalid-field");
        assertProblem(ledger.get(LEADER, BULLETINS + "?limit=0"), 400, "invalid-field");
        assertProblem(ledger.get(LEADER, BULLETINS + "/nothing"), 404, "not-found");
        assertProblem(ledger.get(LEADER, BULLETINS + "/nothing.xlsx"), 404, "not-found");
        assertProblem(ledger.get(null, BULLETINS), 401, "not-signed-in");
        ok(make("daily", YESTERDAY.toString()));
        assertProblem(ledger.get("s-callback-clerk-2", BULLETINS + "/daily.u-street-1." + YESTERDAY), 404, "not-found");
        assertProblem(
                ledger.post(
                        LEADER, BULLETINS, body("daily", YESTERDAY.toString()).replace("u-street-1", "u-district")),
                404,
                "not-found");
    }

    private static HttpResponse<String> make(String kind, String period) throws Exception {
        return ledger.post(LEADER, BULLETINS, body(kind, period));
    }

    private static String body(String kind, String period) {
        return "{\"id\":\"%s\",\"kind\":\"%s\",\"unitId\":\"u-street-1\",\"period\":\"%s\"}"
                .formatted(UUID.randomUUID(), kind, period);
    }
}

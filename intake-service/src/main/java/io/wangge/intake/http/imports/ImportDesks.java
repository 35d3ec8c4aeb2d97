package io.wangge.intake.http.imports;

import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.desk.ImportJobs;
import io.wangge.intake.desk.ImportReports;
import io.wangge.intake.desk.RunImports;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.imports.Tables;
import io.wangge.intake.sheet.SheetTables;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.recurring.Recurring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of imports behind the HTTP door, and whoever works through them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportDesks {
    @Bean
    Tables tables() {
        return new SheetTables();
    }

    @Bean
    ImportReports importReports(ImportJobs jobs, Blobs blobs, Tables tables, Clock clock) {
        return new ImportReports(jobs, blobs, tables, clock);
    }

    @Bean
    Recurring importRunner(
            ImportJobs jobs,
            Blobs blobs,
            Tables tables,
            TakeInReport takeIn,
            DirectoryCopy directory,
            Clock clock,
            RandomIds ids,
            ImportSettings settings) {
        RunImports runner = new RunImports(
                jobs,
                blobs,
                tables,
                takeIn,
                directory::current,
                clock,
                HttpJson.ZONE,
                ids.newId(),
                (rows, took) -> Thread.sleep(settings.restAfter(rows, took)));
        return new Recurring(
                "imports",
                () -> {
                    // A start before the directory is there finds nobody; the next look does.
                    if (directory.ifReady().isEmpty()) {
                        return;
                    }
                    try {
                        runner.runAll();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                settings::look);
    }
}

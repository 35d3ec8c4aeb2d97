package io.wangge.ledger.startup;

import com.mongodb.client.MongoDatabase;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.recurring.Recurring;
import io.wangge.kit.settings.GridSettings;
import io.wangge.ledger.bulletin.BulletinDesk;
import io.wangge.ledger.bulletin.BulletinShelf;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.mongo.bulletin.MongoBulletinShelf;
import io.wangge.ledger.mongo.bulletin.MongoSupervisions;
import io.wangge.ledger.print.PdfPrinter;
import io.wangge.ledger.rating.RatingTotals;
import io.wangge.ledger.score.Appeals;
import io.wangge.ledger.score.ScoreDesk;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 日督查, 周通报, 月考核. */
@Configuration(proxyBeanMethods = false)
class BulletinWiring {

    @Bean
    BulletinShelf bulletinShelf(MongoDatabase database) {
        return new MongoBulletinShelf(database);
    }

    @Bean
    BulletinDesk bulletinDesk(
            BulletinShelf shelf,
            MongoDatabase database,
            FigureDesk figures,
            ScoreDesk scores,
            RatingTotals ratings,
            Appeals appeals,
            InstantSource clock,
            BulletinSettings settings) {
        return new BulletinDesk(
                shelf, figures, new MongoSupervisions(database), scores, ratings, appeals, clock, settings.after());
    }

    /** No leader among the replicas: a bulletin's id is its place, and the first one's stands. */
    @Bean
    Recurring bulletins(BulletinDesk desk, DirectoryCopy directory, BulletinSettings settings, GridSettings grid) {
        return new Recurring(
                "bulletins",
                () -> directory.ifReady().ifPresent(now -> {
                    desk.makeDue(now);
                    if (grid.demoData()) {
                        desk.makeInterim(now);
                    }
                }),
                settings::every);
    }

    @Bean
    PdfPrinter pdfPrinter(BulletinSettings settings) {
        return new PdfPrinter(settings.font());
    }
}

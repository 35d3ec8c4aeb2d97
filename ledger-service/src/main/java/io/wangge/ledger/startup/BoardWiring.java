package io.wangge.ledger.startup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.kit.recurring.Recurring;
import io.wangge.ledger.board.BoardShelf;
import io.wangge.ledger.board.RecentBoards;
import io.wangge.ledger.board.RememberedBoards;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.figures.FigureShelf;
import io.wangge.ledger.live.LiveHub;
import io.wangge.ledger.mongo.board.MongoBoardMemory;
import io.wangge.ledger.mongo.board.MongoBoardShelf;
import io.wangge.ledger.mongo.board.MongoTail;
import io.wangge.ledger.mongo.figures.FigureUpkeep;
import io.wangge.ledger.mongo.figures.MongoFigureShelf;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Figures, and the boards and live streams that show them. */
@Configuration(proxyBeanMethods = false)
class BoardWiring {

    @Bean
    FigureShelf figureShelf(MongoClient client, MongoDatabase database, InstantSource clock) {
        return new MongoFigureShelf(client, database, clock);
    }

    @Bean
    FigureDesk figureDesk(FigureShelf shelf, FigureSettings settings) {
        return new FigureDesk(shelf, settings.satisfactionWeights());
    }

    /** Readers add what waits, so the pause costs nobody anything but memory; the longer it is, the more is grouped. */
    @Bean
    Recurring figureFolding(MongoClient client, MongoDatabase database, InstantSource clock, FigureSettings settings) {
        FigureUpkeep upkeep = new FigureUpkeep(client, database, clock);
        return new Recurring("figures", upkeep::run, settings::foldEvery);
    }

    @Bean
    LiveHub liveHub(MongoDatabase database) {
        return new LiveHub(new MongoTail(database));
    }

    @Bean
    RememberedBoards rememberedBoards(MongoClient client, MongoDatabase database) {
        return new RememberedBoards(new MongoBoardShelf(client, database), new MongoBoardMemory(database));
    }

    @Bean
    @Primary
    BoardShelf boardShelf(RememberedBoards boards) {
        return new RecentBoards(boards);
    }

    @Bean
    Recurring boardMemory(RememberedBoards boards, InstantSource clock) {
        return new Recurring("board-memory", () -> boards.remember(clock.instant()), () -> Duration.ofMinutes(1));
    }
}

package io.wangge.ledger.startup;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import io.wangge.ledger.cel.CelExpressions;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.files.UsualFormulae;
import io.wangge.ledger.mongo.score.AppealMapper;
import io.wangge.ledger.mongo.score.MongoAppeals;
import io.wangge.ledger.mongo.score.MongoFormulaShelf;
import io.wangge.ledger.mongo.score.MongoScoreShelf;
import io.wangge.ledger.mongo.score.ScoreMigrations;
import io.wangge.ledger.records.RecordDesk;
import io.wangge.ledger.score.Appeal;
import io.wangge.ledger.score.AppealDesk;
import io.wangge.ledger.score.Appeals;
import io.wangge.ledger.score.ExpressionCompiler;
import io.wangge.ledger.score.FormulaDesk;
import io.wangge.ledger.score.ScoreDesk;
import io.wangge.ledger.score.ScoreShelf;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 考核: formulae, sheets, appeals. */
@Configuration(proxyBeanMethods = false)
class ScoreWiring {

    @Bean
    ExpressionCompiler expressionCompiler() {
        return new CelExpressions();
    }

    @Bean
    FormulaDesk formulaDesk(MongoDatabase database, ExpressionCompiler compiler, InstantSource clock) {
        FormulaDesk desk = new FormulaDesk(new MongoFormulaShelf(database), compiler, clock);
        desk.begin(UsualFormulae.read());
        return desk;
    }

    @Bean
    Appeals appeals(MongoDatabase database) {
        return new MongoAppeals(database);
    }

    /** They travel with the ledger's other words; an appeal's key is its case. */
    @Bean
    AppealDesk appealDesk(StreamStores stores, FormulaDesk formulae, InstantSource clock) {
        StreamStore<Appeal> appeals = stores.open(
                ScoreMigrations.APPEALS,
                Topics.CALLBACKS,
                Streams::appeal,
                id -> id.substring(0, id.indexOf('.')),
                new AppealMapper());
        return new AppealDesk(new RecordDesk<>(appeals, Streams::appeal, "appealed-already"), formulae, clock);
    }

    @Bean
    ScoreShelf scoreShelf(MongoDatabase database) {
        return new MongoScoreShelf(database);
    }

    @Bean
    ScoreDesk scoreDesk(
            FormulaDesk formulae,
            ExpressionCompiler compiler,
            FigureDesk figures,
            Appeals appeals,
            CaseLedger cases,
            ScoreShelf shelf,
            InstantSource clock,
            RandomIds ids) {
        return new ScoreDesk(formulae, compiler, figures, appeals, cases::facts, shelf, clock, ids::newId);
    }
}

package io.wangge.ledger.startup;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import io.wangge.ledger.mongo.rating.MongoRatingTotals;
import io.wangge.ledger.mongo.rating.MongoWindows;
import io.wangge.ledger.mongo.rating.RatingMapper;
import io.wangge.ledger.mongo.rating.RatingMigrations;
import io.wangge.ledger.rating.Rating;
import io.wangge.ledger.rating.RatingDesk;
import io.wangge.ledger.rating.RatingTotals;
import io.wangge.ledger.rating.Windows;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Service windows and their ratings. */
@Configuration(proxyBeanMethods = false)
class RatingWiring {

    /** They travel with the other words of residents, so that the ledger reads them where it reads those. */
    @Bean
    RatingDesk ratingDesk(StreamStores stores) {
        StreamStore<Rating> ratings = stores.open(
                RatingMigrations.RATINGS,
                Topics.CALLBACKS,
                Streams::rating,
                UnaryOperator.identity(),
                new RatingMapper());
        return new RatingDesk(ratings);
    }

    @Bean
    Windows windows(MongoDatabase database) {
        return new MongoWindows(database);
    }

    @Bean
    RatingTotals ratingTotals(MongoDatabase database) {
        return new MongoRatingTotals(database);
    }
}

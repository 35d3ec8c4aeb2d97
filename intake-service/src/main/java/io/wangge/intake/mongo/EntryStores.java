package io.wangge.intake.mongo;

import com.mongodb.client.MongoDatabase;
import io.wangge.intake.alike.Dismissals;
import io.wangge.intake.alike.Followers;
import io.wangge.intake.alike.NearbyReports;
import io.wangge.intake.gazetteer.Gazetteer;
import io.wangge.intake.suggestion.History;
import io.wangge.intake.suggestion.Models;
import io.wangge.intake.suggestion.UrgentWordsStore;
import io.wangge.intake.topic.Marks;
import io.wangge.intake.topic.Projects;
import io.wangge.intake.topic.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the ports of what helps at entry, and of what is counted from it. */
@Configuration(proxyBeanMethods = false)
class EntryStores {
    @Bean
    NearbyReports nearbyReports(MongoDatabase database) {
        return new MongoNearbyReports(database);
    }

    @Bean
    Followers followers(MongoDatabase database) {
        return new MongoFollowers(database);
    }

    @Bean
    Dismissals dismissals(MongoDatabase database) {
        return new MongoDismissals(database);
    }

    @Bean
    Models suggestionModels(MongoDatabase database) {
        return new MongoModels(database);
    }

    @Bean
    History history(MongoDatabase database) {
        return new MongoHistory(database);
    }

    @Bean
    UrgentWordsStore urgentWordsStore(MongoDatabase database) {
        return new MongoUrgentWords(database);
    }

    @Bean
    Gazetteer gazetteer(MongoDatabase database) {
        return new MongoGazetteer(database);
    }

    @Bean
    Marks topicMarks(MongoDatabase database) {
        return new MongoMarks(database);
    }

    @Bean
    Topics topics(MongoDatabase database) {
        return new MongoTopics(database);
    }

    @Bean
    Projects projects(MongoDatabase database) {
        return new MongoProjects(database);
    }
}

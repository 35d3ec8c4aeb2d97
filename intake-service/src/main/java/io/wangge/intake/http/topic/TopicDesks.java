package io.wangge.intake.http.topic;

import io.wangge.intake.desk.CountTopics;
import io.wangge.intake.desk.GuestReports;
import io.wangge.intake.desk.PublicProjects;
import io.wangge.intake.topic.Marks;
import io.wangge.intake.topic.Projects;
import io.wangge.intake.topic.Topics;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.recurring.Recurring;
import io.wangge.kit.search.SearchTerms;
import io.wangge.kit.settings.GridSettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of topics and public projects. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicSettings.class)
class TopicDesks {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Bean
    CountTopics countTopics(
            Marks marks,
            Topics topics,
            DirectoryCopy directory,
            TopicSettings settings,
            GridSettings grid,
            Clock clock) {
        return new CountTopics(
                marks,
                topics,
                directory::ifReady,
                SearchTerms::of,
                settings.asSettings(grid.demoData()),
                clock,
                HttpJson.ZONE);
    }

    @Bean
    Recurring topicUpkeep(CountTopics count, TopicSettings settings, GridSettings grid) {
        Duration every = settings.asSettings(grid.demoData()).every();
        return new Recurring("topic-upkeep", count::keepUp, () -> every.compareTo(SOON) < 0 ? every : SOON);
    }

    @Bean
    PublicProjects publicProjects(
            Projects projects, Topics topics, GuestReports reports, DirectoryCopy directory, Clock clock) {
        return new PublicProjects(projects, topics, reports, directory::current, clock);
    }
}

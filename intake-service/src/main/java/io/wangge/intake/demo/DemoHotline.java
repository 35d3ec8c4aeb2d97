package io.wangge.intake.demo;

import io.wangge.intake.device.Device;
import io.wangge.intake.device.Devices;
import io.wangge.intake.device.ReadingForms;
import io.wangge.intake.device.ReadingKind;
import io.wangge.intake.hotline.Article;
import io.wangge.intake.hotline.Articles;
import io.wangge.intake.hotline.CallForms;
import io.wangge.intake.hotline.Line;
import io.wangge.intake.hotline.Lines;
import io.wangge.intake.report.FormFields;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.settings.GridSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Fills an empty desk; what somebody has put since is left as it is. */
@Configuration(proxyBeanMethods = false)
class DemoHotline {
    private static final String FILE = "/demo/hotline.json";

    @Bean
    ApplicationRunner demoHotlineSeed(GridSettings grid, Lines lines, Articles articles, Devices devices, Clock clock) {
        return arguments -> {
            if (grid.demoData() && lines.all().isEmpty()) {
                seed(lines, articles, devices, clock);
            }
        };
    }

    private static void seed(Lines lines, Articles articles, Devices devices, Clock clock) throws IOException {
        JsonNode demo;
        try (InputStream in = Objects.requireNonNull(DemoHotline.class.getResourceAsStream(FILE), FILE)) {
            demo = HttpJson.MAPPER.readTree(in);
        }
        FormFields fields = new FormFields();
        for (JsonNode node : demo.path("articles")) {
            CallForms.ArticleForm form = HttpJson.MAPPER.treeToValue(node, CallForms.ArticleForm.class);
            Article article = CallForms.article(textOf(node, "id"), form, "system", clock.instant(), fields);
            articles.put(article);
        }
        for (JsonNode node : demo.path("readingKinds")) {
            ReadingKind kind = ReadingForms.kind(
                    textOf(node, "code"), HttpJson.MAPPER.treeToValue(node, ReadingForms.KindForm.class), fields);
            devices.put(kind);
        }
        for (JsonNode node : demo.path("devices")) {
            Device device = ReadingForms.device(
                    textOf(node, "id"), HttpJson.MAPPER.treeToValue(node, ReadingForms.DeviceForm.class), fields);
            devices.put(device);
        }
        // Last: that they are there says that the rest is.
        List<Line> all = demo.path("lines")
                .valueStream()
                .map(node -> HttpJson.MAPPER.treeToValue(node, Line.class))
                .toList();
        all.forEach(lines::put);
        if (!fields.faults().isEmpty()) {
            throw new IllegalStateException("The demo's " + FILE + " is wrong: " + fields.faults());
        }
    }

    private static String textOf(JsonNode node, String field) {
        return node.path(field).asString();
    }
}

package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.wangge.intake.hotline.Line;
import io.wangge.intake.hotline.Lines;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The collection {@code hotline_lines}. */
public final class MongoLines implements Lines {
    private final MongoCollection<Document> lines;

    public MongoLines(MongoDatabase database) {
        this.lines = database.getCollection("hotline_lines");
    }

    @Override
    public List<Line> all() {
        return lines.find()
                .sort(Sorts.ascending("_id"))
                .map(line -> new Line(
                        line.getString("_id"),
                        line.getString("nameZh"),
                        line.getString("nameEn"),
                        line.getString("unitId"),
                        line.getBoolean("closed", false)))
                .into(new ArrayList<>());
    }

    @Override
    public void put(Line line) {
        lines.replaceOne(
                Filters.eq("_id", line.number()),
                new Document("nameZh", line.nameZh())
                        .append("nameEn", line.nameEn())
                        .append("unitId", line.unitId())
                        .append("closed", line.closed()),
                new ReplaceOptions().upsert(true));
    }
}

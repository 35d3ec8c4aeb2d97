package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.intake.suggestion.Model;
import io.wangge.intake.suggestion.Models;
import io.wangge.kit.store.Inserts;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The collection {@code suggestion_models}; each word beside its weights that are not 0, in hundredths. */
public final class MongoModels implements Models {
    private static final int KEPT = 5;
    private final MongoCollection<Document> models;

    public MongoModels(MongoDatabase database) {
        this.models = database.getCollection("suggestion_models");
    }

    @Override
    public Optional<Model> latest() {
        return Optional.ofNullable(models.find().sort(Sorts.descending("_id")).first())
                .map(MongoModels::model);
    }

    @Override
    public long latestVersion() {
        @Nullable
        Document latest = models.find()
                .sort(Sorts.descending("_id"))
                .projection(Projections.include("_id"))
                .first();
        return latest == null ? 0 : latest.getLong("_id");
    }

    @Override
    public boolean add(Model model) {
        if (!Inserts.first(models, document(model))) {
            return false;
        }
        models.deleteMany(Filters.lte("_id", model.version() - KEPT));
        return true;
    }

    private static Document document(Model model) {
        List<Document> words = new ArrayList<>();
        model.weights().forEach((word, weights) -> {
            List<Integer> sparse = new ArrayList<>();
            for (int index = 0; index < weights.length; index++) {
                int hundredths = Math.round(weights[index] * 100);
                if (hundredths != 0) {
                    sparse.add(index);
                    sparse.add(hundredths);
                }
            }
            words.add(new Document("word", word).append("weights", sparse));
        });
        return new Document("_id", model.version())
                .append("trainedAt", Date.from(model.trainedAt()))
                .append("tableVersion", model.tableVersion())
                .append("fromHistory", model.fromHistory())
                .append("tested", model.tested())
                .append("firstRight", model.firstRight())
                .append("amongThree", model.amongThree())
                .append("categories", model.categories())
                .append("words", words);
    }

    private static Model model(Document document) {
        List<String> categories = document.getList("categories", String.class);
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (Document word : document.getList("words", Document.class)) {
            List<Integer> sparse = word.getList("weights", Integer.class);
            float[] dense = new float[categories.size()];
            for (int index = 0; index < sparse.size(); index += 2) {
                dense[sparse.get(index)] = sparse.get(index + 1) / 100f;
            }
            weights.put(word.getString("word"), dense);
        }
        return new Model(
                document.getLong("_id"),
                document.getDate("trainedAt").toInstant(),
                document.getLong("tableVersion"),
                document.getInteger("fromHistory"),
                document.getInteger("tested"),
                document.getInteger("firstRight"),
                document.getInteger("amongThree"),
                categories,
                weights);
    }
}

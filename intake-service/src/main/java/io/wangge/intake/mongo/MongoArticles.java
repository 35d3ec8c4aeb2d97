package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.wangge.intake.hotline.Article;
import io.wangge.intake.hotline.Articles;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The collection {@code articles}. */
public final class MongoArticles implements Articles {
    /** A repeat comes within minutes; so many others do not. */
    private static final int REMEMBERED_USES = 200;

    private final MongoCollection<Document> articles;

    public MongoArticles(MongoDatabase database) {
        this.articles = database.getCollection("articles");
    }

    @Override
    public Optional<Article> find(String id) {
        return Optional.ofNullable(articles.find(Filters.eq("_id", id)).first()).map(MongoArticles::article);
    }

    @Override
    public List<Article> all() {
        return articles.find(Filters.eq("retired", false))
                .map(MongoArticles::article)
                .into(new ArrayList<>());
    }

    @Override
    public Article put(Article article) {
        Bson change = Updates.combine(
                Updates.set("question", article.question()),
                Updates.set("answer", article.answer()),
                article.category() == null ? Updates.unset("category") : Updates.set("category", article.category()),
                Updates.set("keywords", article.keywords()),
                Updates.set("retired", article.retired()),
                Updates.set("published", article.published()),
                Updates.set("updatedBy", article.updatedBy()),
                Updates.set("updatedAt", Date.from(article.updatedAt())),
                Updates.setOnInsert("used", 0L));
        return article(Objects.requireNonNull(articles.findOneAndUpdate(
                Filters.eq("_id", article.id()),
                change,
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))));
    }

    @Override
    public void used(String articleId, String reportId) {
        articles.updateOne(
                Filters.and(Filters.eq("_id", articleId), Filters.ne("uses", reportId)),
                Updates.combine(
                        Updates.inc("used", 1L),
                        Updates.pushEach(
                                "uses",
                                List.of(reportId),
                                new com.mongodb.client.model.PushOptions().slice(-REMEMBERED_USES))));
    }

    private static Article article(Document of) {
        return new Article(
                of.getString("_id"),
                of.getString("question"),
                of.getString("answer"),
                of.getString("category"),
                of.getString("keywords"),
                of.getBoolean("retired", false),
                of.getBoolean("published", false),
                of.get("used", Number.class).longValue(),
                of.getString("updatedBy"),
                of.getDate("updatedAt").toInstant());
    }
}

package io.wangge.intake.hotline;

import java.util.List;
import java.util.Optional;

/** The articles by which enquiries are answered on the spot. */
public interface Articles {
    Optional<Article> find(String id);

    /** Everything that is not retired. A desk has some hundreds. */
    List<Article> all();

    /** Stores it; its count stays as it is. */
    Article put(Article article);

    /** An enquiry was settled with it. The same report again is not counted twice. */
    void used(String articleId, String reportId);
}

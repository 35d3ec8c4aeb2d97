package io.wangge.intake.http.guest;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.intake.hotline.Article;
import io.wangge.intake.hotline.ArticleSearch;
import io.wangge.intake.hotline.Articles;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 问答, for everybody: the articles of the hotline that somebody published, and of those nothing but question and answer. */
@RestController
@RequestMapping("/api/v1/public")
class GuestFaqController {
    private static final int MOST = 20;
    private static final int LONGEST_QUESTION = 60;

    private final Articles articles;

    GuestFaqController(Articles articles) {
        this.articles = articles;
    }

    record FaqItem(String id, String question, String answer) {}

    record FaqList(List<FaqItem> items) {}

    /** @param q in anybody's words; blank for what is asked most. The page is open also where no report is taken online */
    @Operation(summary = "What is asked often, at most twenty / 常见问答")
    @GetMapping("/faq")
    FaqList find(@RequestParam(defaultValue = "") String q) {
        if (q.length() > LONGEST_QUESTION) {
            throw Faults.problem(List.of(new FieldFault("q", "too-long", Map.of("max", LONGEST_QUESTION))));
        }
        List<Article> published =
                articles.all().stream().filter(Article::published).toList();
        return new FaqList(ArticleSearch.among(published, q, MOST).stream()
                .map(article -> new FaqItem(article.id(), article.question(), article.answer()))
                .toList());
    }
}

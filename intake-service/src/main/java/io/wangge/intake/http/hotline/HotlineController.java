package io.wangge.intake.http.hotline;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.desk.LookUpCaller;
import io.wangge.intake.hotline.Article;
import io.wangge.intake.hotline.ArticleSearch;
import io.wangge.intake.hotline.Articles;
import io.wangge.intake.hotline.CallForms;
import io.wangge.intake.hotline.Line;
import io.wangge.intake.hotline.Lines;
import io.wangge.intake.http.Allowance;
import io.wangge.intake.http.Faults;
import io.wangge.intake.http.hotline.CallViews.ArticleView;
import io.wangge.intake.http.hotline.CallViews.CallerView;
import io.wangge.intake.person.PhoneNumber;
import io.wangge.intake.report.FormFields;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the desk looks up: who calls, what is usually answered, which lines there are. */
@RestController
class HotlineController {
    private static final int MOST_ARTICLES = 20;
    private static final List<Role> EDITORS = List.of(Role.DISPATCHER, Role.COMMUNITY_CLERK, Role.ADMIN);

    private final LookUpCaller lookUp;
    private final Articles articles;
    private final Lines lines;
    private final DirectoryCopy directory;
    private final Allowance lookups;
    private final InstantSource clock;

    HotlineController(
            LookUpCaller lookUp,
            Articles articles,
            Lines lines,
            DirectoryCopy directory,
            HotlineSettings settings,
            InstantSource clock) {
        this.lookUp = lookUp;
        this.articles = articles;
        this.lines = lines;
        this.directory = directory;
        this.lookups = new Allowance(settings.lookupsPerMinute(), Duration.ofMinutes(1));
        this.clock = clock;
    }

    record LookupForm(@Nullable String phone) {
        @Override
        public String toString() {
            return "LookupForm[…]";
        }
    }

    /** @param caller absent when nobody has this number */
    record LookupAnswer(boolean known, @Nullable CallerView caller) {}

    /** 来电人查询. In the body, as a number in an address would stand in the logs of every proxy. */
    @PostMapping("/api/v1/callers/lookups")
    LookupAnswer lookUp(@RequestBody LookupForm form, Caller caller) {
        CallController.forAgents(caller);
        lookups.take(caller.staffId());
        String phone = PhoneNumber.normalise(form.phone() == null ? "" : form.phone())
                .orElseThrow(() -> ProblemException.invalid("phone", "not-a-phone-number"));
        return lookUp.byPhone(caller, phone)
                .map(history -> new LookupAnswer(true, CallViews.caller(history)))
                .orElseGet(() -> new LookupAnswer(false, null));
    }

    record ArticleListAnswer(List<ArticleView> items) {}

    /** 知识库. @param q what the caller asks; blank for the most used articles */
    @GetMapping("/api/v1/hotline/articles")
    ArticleListAnswer search(@RequestParam(defaultValue = "") String q, Caller caller) {
        return new ArticleListAnswer(ArticleSearch.among(articles.all(), q, MOST_ARTICLES).stream()
                .map(ArticleView::of)
                .toList());
    }

    @PutMapping("/api/v1/hotline/articles/{id}")
    ArticleView put(@PathVariable String id, @RequestBody CallForms.ArticleForm form, Caller caller) {
        forEditors(caller);
        FormFields fields = new FormFields();
        Article article = CallForms.article(id, form, caller.staffId(), clock.instant(), fields);
        Faults.none(fields);
        return ArticleView.of(articles.put(article));
    }

    record LineListAnswer(List<Line> items) {}

    @GetMapping("/api/v1/hotline/lines")
    LineListAnswer lines(Caller caller) {
        return new LineListAnswer(lines.all());
    }

    /** 并线: lines are data; an administrator of the unit, or of one above it, puts them. */
    @PutMapping("/api/v1/hotline/lines/{number}")
    Line put(@PathVariable String number, @RequestBody CallForms.LineForm form, Caller caller) {
        FormFields fields = new FormFields();
        Line line = CallForms.line(number, form, fields);
        Faults.none(fields);
        List<String> path = directory
                .current()
                .unit(line.unitId())
                .map(UnitItem::path)
                .orElseThrow(() -> ProblemException.invalid("unitId", "unknown-unit"));
        if (!caller.covers(Role.ADMIN, path)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        lines.put(line);
        return line;
    }

    private static void forEditors(Caller caller) {
        if (EDITORS.stream().noneMatch(caller::has)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }
}

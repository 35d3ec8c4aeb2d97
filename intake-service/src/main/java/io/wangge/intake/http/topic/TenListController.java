package io.wangge.intake.http.topic;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.desk.PublicProjects;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.topic.TenList;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 双十: the year's two lists of ten, decided by people. */
@RestController
class TenListController {
    private final PublicProjects projects;

    TenListController(PublicProjects projects) {
        this.projects = projects;
    }

    record ListForm(@Nullable List<@Nullable ItemForm> items) {}

    record ItemForm(
            @Nullable String title,
            @Nullable String topicId,
            @Nullable String projectId) {}

    /** @param items in their order, each with the people that its topic counted when it was decided */
    record ListAnswer(int year, TenList.Kind list, List<TenList.Item> items, Instant decidedAt) {
        static ListAnswer of(TenList list) {
            return new ListAnswer(list.year(), list.kind(), list.items(), list.decidedAt());
        }
    }

    @Operation(summary = "Decides and publishes one of the year's two lists of ten, by LEADER of the top unit / 双十")
    @PutMapping("/api/v1/lists-of-ten/{year}/{list}")
    ListAnswer decideList(
            @PathVariable int year, @PathVariable String list, @RequestBody ListForm form, Caller caller) {
        List<@Nullable ItemForm> items = form.items() == null ? List.of() : form.items();
        if (items.isEmpty()) {
            throw Faults.problem(List.of(FieldFault.of("items", "required")));
        }
        if (items.size() > TenList.MOST) {
            throw Faults.problem(List.of(new FieldFault("items", "too-many", Map.of("max", TenList.MOST))));
        }
        return ListAnswer.of(ProjectFields.done(projects.decideList(
                caller,
                year(year),
                ProjectFields.oneOf("list", list, TenList.Kind.values()),
                items.stream()
                        .map(item -> new TenList.Item(
                                ProjectFields.text(
                                        "items.title", item == null ? null : item.title(), ProjectFields.TITLE),
                                item == null ? null : ProjectFields.orNothing("items.topicId", item.topicId()),
                                0,
                                item == null ? null : ProjectFields.orNothing("items.projectId", item.projectId())))
                        .toList())));
    }

    record ListsAnswer(List<ListAnswer> items) {}

    @Operation(summary = "The year's two lists of ten, for everybody / 双十")
    @GetMapping("/api/v1/published/lists-of-ten/{year}")
    ListsAnswer lists(@PathVariable int year) {
        return new ListsAnswer(Arrays.stream(TenList.Kind.values())
                .flatMap(kind -> projects.list(year(year), kind).stream())
                .map(ListAnswer::of)
                .toList());
    }

    private static int year(int year) {
        if (year < 2000 || year > 2100) {
            throw Faults.problem(List.of(new FieldFault("year", "out-of-range", Map.of("min", 2000, "max", 2100))));
        }
        return year;
    }
}

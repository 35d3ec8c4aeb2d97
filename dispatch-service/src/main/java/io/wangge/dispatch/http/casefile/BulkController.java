package io.wangge.dispatch.http.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.desk.BulkDesk;
import io.wangge.dispatch.desk.BulkDesk.Item;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.trace.Traces;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same done to many selected cases. */
@RestController
@RequestMapping("/api/v1/cases")
class BulkController {
    private final BulkDesk desk;
    private final BulkViews views;
    private final RandomIds ids;

    BulkController(BulkDesk desk, BulkViews views, RandomIds ids) {
        this.desk = desk;
        this.views = views;
        this.ids = ids;
    }

    @Operation(
            summary = "Does the same to up to 500 cases, each with its own outcome; repeatable with the same id / 批量办理",
            description = "200 also when some or all of them were refused: each item says so.")
    @PostMapping("/commands")
    BulkViews.Outcome commands(
            Caller caller,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            @RequestBody BulkRequest request) {
        UUID id = request.bulkId();
        List<Item> items = request.cases();
        CommandRequest command = request.command();
        // What is wrong with the command itself is wrong for every case: one problem, and none of them is touched.
        command.command(ids::newSalt);
        return views.of(
                id, desk.apply(id, items, caller, () -> command.command(ids::newSalt), Traces.current()), language);
    }
}

package io.wangge.ledger.http;

import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.desk.Accountability;
import io.wangge.ledger.desk.Accountability.Line;
import io.wangge.ledger.desk.Accountability.Page;
import io.wangge.ledger.desk.Accountability.Place;
import io.wangge.ledger.desk.RoundShelf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 问责清单, 公开: cases closed by an inspector's decision while the resident was not satisfied; needs no login. */
@RestController
@RequestMapping("/api/v1/ledger/accountability")
class AccountabilityController {
    private static final int MOST_ON_A_PAGE = 100;

    private final Accountability accountability;
    private final DirectoryCopy directory;

    AccountabilityController(Accountability accountability, DirectoryCopy directory) {
        this.accountability = accountability;
        this.directory = directory;
    }

    record Named(
            String id, @Nullable String nameZh, @Nullable String nameEn) {}

    /** @param decidedBy the unit for which the inspector decided; persons are not named to the public */
    record LineView(
            String entryId,
            @Nullable String caseNumber,
            @Nullable Named category,
            @Nullable Named unit,
            @Nullable Named decidedBy,
            Instant at,
            String reason) {}

    record PageView(List<LineView> items, @Nullable String nextCursor) {}

    @GetMapping
    PageView list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("limit", "out-of-range", Map.of("min", 1, "max", MOST_ON_A_PAGE))));
        }
        RoundShelf.Place after = PageCursor.read(cursor);
        Page page = accountability.page(after == null ? null : new Place(after.at(), after.roundId()), limit);
        Place next = page.next();
        return new PageView(
                page.lines().stream().map(this::view).toList(),
                next == null ? null : PageCursor.of(new RoundShelf.Place(next.at(), next.entryId())));
    }

    private LineView view(Line line) {
        return new LineView(
                line.entryId(),
                line.caseNumber(),
                category(line.category()),
                unit(line.unitId()),
                unit(line.deciderUnitId()),
                line.at(),
                line.reason());
    }

    private @Nullable Named unit(@Nullable String id) {
        if (id == null) {
            return null;
        }
        Optional<UnitItem> unit = directory.ifReady().flatMap(now -> now.unit(id));
        return new Named(
                id,
                unit.map(UnitItem::nameZh).orElse(null),
                unit.map(UnitItem::nameEn).orElse(null));
    }

    private @Nullable Named category(@Nullable String code) {
        return code == null
                ? null
                : directory
                        .ifReady()
                        .flatMap(now -> now.category(code))
                        .map(item -> new Named(code, item.subclassZh(), item.subclassEn()))
                        .orElse(new Named(code, null, null));
    }
}

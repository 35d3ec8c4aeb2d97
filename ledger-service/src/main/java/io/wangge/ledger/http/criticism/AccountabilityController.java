package io.wangge.ledger.http.criticism;

import io.wangge.contracts.criticism.SanctionEvent;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.desk.Accountability;
import io.wangge.ledger.desk.Accountability.Kind;
import io.wangge.ledger.desk.Accountability.Line;
import io.wangge.ledger.desk.Accountability.Page;
import io.wangge.ledger.desk.Accountability.Place;
import io.wangge.ledger.desk.RoundShelf;
import io.wangge.ledger.http.PageCursor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 问责清单, 公开: cases closed against the resident's word, awards to critics, sanctions; needs no login. */
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

    /**
     * @param decidedBy the unit for which it was decided; persons are not named to the public
     * @param amount of an award, in yuan
     */
    record LineView(
            String kind,
            String kindZh,
            String kindEn,
            String entryId,
            @Nullable String caseNumber,
            @Nullable Named category,
            @Nullable Named unit,
            @Nullable Named decidedBy,
            Instant at,
            String reason,
            @Nullable String amount,
            @Nullable SanctionName sanction) {}

    record SanctionName(String kind, String nameZh, String nameEn) {}

    record PageView(List<LineView> items, @Nullable String nextCursor) {}

    @GetMapping
    PageView list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("limit", "out-of-range", Map.of("min", 1, "max", MOST_ON_A_PAGE))));
        }
        RoundShelf.Place after = PageCursor.read(cursor);
        Page page =
                accountability.page(kindOf(kind), after == null ? null : new Place(after.at(), after.roundId()), limit);
        Place next = page.next();
        return new PageView(
                page.lines().stream().map(this::view).toList(),
                next == null ? null : PageCursor.of(new RoundShelf.Place(next.at(), next.entryId())));
    }

    private LineView view(Line line) {
        Long fen = line.amountFen();
        return new LineView(
                line.kind().name(),
                zh(line.kind()),
                en(line.kind()),
                line.entryId(),
                line.caseNumber(),
                category(line.category()),
                unit(line.unitId()),
                unit(line.deciderUnitId()),
                line.at(),
                line.reason(),
                fen == null ? null : Yuan.of(fen),
                sanction(line.sanction()));
    }

    private static @Nullable Kind kindOf(@Nullable String kind) {
        List<String> allowed = Arrays.stream(Kind.values()).map(Kind::name).toList();
        if (kind != null && !allowed.contains(kind)) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("kind", "unknown-value", Map.of("allowed", allowed))));
        }
        return kind == null ? null : Kind.valueOf(kind);
    }

    private static String zh(Kind kind) {
        return switch (kind) {
            case DECISION -> "裁定结案";
            case AWARD -> "奖励";
            case AWARD_REVOKED -> "撤销奖励";
            case SANCTION -> "问责处理";
            case SANCTION_REVOKED -> "撤销问责";
        };
    }

    private static String en(Kind kind) {
        return switch (kind) {
            case DECISION -> "Closed by decision";
            case AWARD -> "Award";
            case AWARD_REVOKED -> "Award revoked";
            case SANCTION -> "Sanction";
            case SANCTION_REVOKED -> "Sanction revoked";
        };
    }

    private static @Nullable SanctionName sanction(@Nullable String kind) {
        return kind == null
                ? null
                : new SanctionName(
                        kind,
                        SanctionNames.zh(SanctionEvent.Kind.valueOf(kind)),
                        SanctionNames.en(SanctionEvent.Kind.valueOf(kind)));
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

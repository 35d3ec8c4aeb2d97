package io.wangge.ledger.http.rating;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.rating.FiveZero;
import io.wangge.ledger.rating.Ranking;
import io.wangge.ledger.rating.RatingTotals;
import io.wangge.ledger.rating.RatingTotals.By;
import io.wangge.ledger.rating.RatingTotals.Span;
import io.wangge.ledger.rating.ServiceWindow;
import io.wangge.ledger.rating.Standing;
import io.wangge.ledger.rating.Windows;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 服务窗口: the windows as data, their devices, and what their ratings add up to in a week. */
@RestController
@RequestMapping("/api/v1/ratings")
class WindowController {
    private static final int DAYS_OF_A_WEEK = 7;

    private final Windows windows;
    private final RatingTotals totals;
    private final DirectoryCopy directory;
    private final RandomIds ids;

    WindowController(Windows windows, RatingTotals totals, DirectoryCopy directory, RandomIds ids) {
        this.windows = windows;
        this.totals = totals;
        this.directory = directory;
        this.ids = ids;
    }

    record WindowBody(
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String unitId,
            @Nullable String staffId,
            @Nullable String staffNumber) {}

    record WindowsView(List<ServiceWindow> items) {}

    @GetMapping("/windows")
    WindowsView windows(Caller caller) {
        Set<String> units = directory.current().units().stream()
                .filter(unit -> caller.coversAny(unit.path()))
                .map(UnitItem::id)
                .collect(Collectors.toSet());
        return new WindowsView(windows.of(units));
    }

    @PutMapping("/windows/{windowId}")
    ServiceWindow put(Caller caller, @PathVariable String windowId, @RequestBody WindowBody body) {
        List<FieldFault> faults = new ArrayList<>();
        String nameZh = required("nameZh", body.nameZh(), faults);
        String unitId = required("unitId", body.unitId(), faults);
        String staffId = required("staffId", body.staffId(), faults);
        String staffNumber = required("staffNumber", body.staffNumber(), faults);
        if (faults.isEmpty() && directory.current().caller(staffId).isEmpty()) {
            faults.add(FieldFault.of("staffId", "unknown-value"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        windows.find(windowId).ifPresent(known -> mayKeep(caller, known.unitId()));
        mayKeep(caller, unitId);
        ServiceWindow window = new ServiceWindow(
                windowId, nameZh, body.nameEn() == null ? nameZh : body.nameEn(), unitId, staffId, staffNumber);
        windows.put(window);
        return window;
    }

    private static String required(String field, @Nullable String value, List<FieldFault> faults) {
        if (value == null || value.isBlank()) {
            faults.add(FieldFault.of(field, "required"));
            return "";
        }
        return value;
    }

    /** @param token shown this once; an earlier device of the window is no longer known */
    record DeviceMade(String windowId, String token) {}

    @PostMapping("/windows/{windowId}/device")
    ResponseEntity<DeviceMade> device(Caller caller, @PathVariable String windowId) {
        ServiceWindow window =
                windows.find(windowId).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        mayKeep(caller, window.unitId());
        String token = ids.newSalt() + ids.newSalt();
        windows.giveDevice(windowId, Tokens.hash(token));
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(new DeviceMade(windowId, token));
    }

    /** Windows are set up by administrators and by the leaders of the unit. */
    private void mayKeep(Caller caller, String unitId) {
        List<String> path = directory
                .current()
                .unit(unitId)
                .map(UnitItem::path)
                .orElseThrow(() -> ProblemException.invalid("unitId", "unknown-value"));
        if (!caller.covers(Role.ADMIN, path) && !caller.covers(Role.LEADER, path)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }

    /** @param points mean of 100, 80, 60 and 0, to the hundredth */
    record StandingView(
            int place, String id, @Nullable String name, long count, double points, Map<Grade, Long> grades) {}

    /** @param star 每周服务之星; none while nobody has enough ratings */
    record RankingView(
            String week,
            String by,
            List<StandingView> items,
            @Nullable StandingView star) {}

    @GetMapping("/ranking")
    RankingView ranking(Caller caller, @RequestParam String week, @RequestParam(defaultValue = "worker") String by) {
        if (!Set.of("worker", "department").contains(by)) {
            throw ProblemException.invalid(
                    List.of(new FieldFault("by", "unknown-value", Map.of("allowed", List.of("department", "worker")))));
        }
        boolean workers = by.equals("worker");
        Ranking ranking = Ranking.of(totals.standings(workers ? By.WORKER : By.DEPARTMENT, span(caller, week)));
        List<StandingView> items = new ArrayList<>();
        for (Standing standing : ranking.standings()) {
            items.add(view(items.size() + 1, standing, workers));
        }
        StandingView star = !workers
                ? null
                : ranking.star()
                        .map(best -> items.get(ranking.standings().indexOf(best)))
                        .orElse(null);
        return new RankingView(week, by, items, star);
    }

    private StandingView view(int place, Standing standing, boolean worker) {
        String id = standing.id();
        String name = worker
                ? directory.current().caller(id).map(Caller::name).orElse(null)
                : directory.current().unit(id).map(UnitItem::nameZh).orElse(null);
        return new StandingView(place, id, name, standing.count(), standing.hundredths() / 100.0, standing.grades());
    }

    record ZeroView(
            String code, String zh, String en, String definitionZh, String definitionEn, long count, boolean kept) {}

    record ZerosView(String week, List<ZeroView> items) {}

    @GetMapping("/five-zeros")
    ZerosView zeros(Caller caller, @RequestParam String week) {
        Map<FiveZero, Long> counts = totals.breaches(span(caller, week));
        return new ZerosView(
                week,
                Arrays.stream(FiveZero.values())
                        .map(zero -> new ZeroView(
                                zero.name(),
                                zero.zh(),
                                zero.en(),
                                zero.definitionZh(),
                                zero.definitionEn(),
                                counts.getOrDefault(zero, 0L),
                                counts.getOrDefault(zero, 0L) == 0))
                        .toList());
    }

    /** @param week such as {@code 2026-W10}, Monday to Sunday */
    private static Span span(Caller caller, String week) {
        try {
            LocalDate monday = LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            return new Span(caller.units(), monday, monday.plusDays(DAYS_OF_A_WEEK - 1));
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("week", "bad-format");
        }
    }
}

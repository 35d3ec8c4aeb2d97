package io.wangge.dispatch.casefile;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.dispatch.casefile.CasePolicy.SuspensionCause;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.clock.OpeningHours;
import io.wangge.dispatch.directory.Asset;
import io.wangge.dispatch.directory.Assets;
import io.wangge.dispatch.directory.DutySpan;
import io.wangge.dispatch.escalation.ClockKind;
import io.wangge.dispatch.escalation.EscalationPolicies;
import io.wangge.dispatch.escalation.EscalationPolicy;
import io.wangge.dispatch.escalation.EscalationStep;
import io.wangge.dispatch.escalation.StepMeasure;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.routing.CompiledRuleBook;
import io.wangge.dispatch.routing.Router;
import io.wangge.dispatch.routing.Rule;
import io.wangge.dispatch.routing.RuleBook;
import io.wangge.dispatch.routing.RuleOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One district of one street of one community of two grids, with a few departments: {@code d} › {@code s} › {@code c} ›
 * {@code g1}, {@code g2}; departments {@code s-env}, {@code d-env} (环卫), {@code d-works} (市政).
 */
public final class SmallDistrict {
    /** A Monday morning. */
    public static final Instant MORNING = at("2026-03-02T09:00");

    private static final Ladder LADDER = new Ladder(
            List.of(
                    new Level("BLOCK", "块区", "Block"),
                    new Level("COMMUNITY", "社区", "Community"),
                    new Level("STREET", "街道", "Street"),
                    new Level("DISTRICT", "区", "District")),
            Map.of("small", "COMMUNITY", "big", "STREET", "district", "DISTRICT"));

    public static final RuleBook RULES = new RuleBook(
            7,
            List.of(
                    new Rule("block", "小事先由网格", "category == '0104'", new RuleOutcome("BLOCK", null, false)),
                    new Rule("person", "由人指定", "classCode == '13'", new RuleOutcome(null, null, true)),
                    new Rule("nobody", "没有这样的部门", "category == '1201'", new RuleOutcome("STREET", "文旅", false)),
                    new Rule(
                            "fifth",
                            "不一定算得出",
                            "category == '1202' && gridPath[9] == 'x'",
                            new RuleOutcome(null, null, false)),
                    new Rule(
                            "dark-lamp",
                            "路灯：两小时内",
                            "category == '1101'",
                            new RuleOutcome(
                                    null,
                                    null,
                                    false,
                                    List.of("市政"),
                                    null,
                                    new LimitItem(30, "EMERGENCY_MINUTE"),
                                    new LimitItem(2, "EMERGENCY_HOUR"),
                                    null,
                                    true)),
                    new Rule(
                            "gas",
                            "燃气：按紧急，由人派遣",
                            "category == '1102'",
                            new RuleOutcome(
                                    null,
                                    null,
                                    true,
                                    null,
                                    Urgency.EMERGENCY,
                                    null,
                                    new LimitItem(3, "EMERGENCY_HOUR"),
                                    null,
                                    null)),
                    new Rule(
                            "look-first",
                            "先核实",
                            "category == '1103'",
                            new RuleOutcome(null, null, false, null, null, null, null, true, null)),
                    new Rule(
                            "no-look",
                            "不核实不核查",
                            "category == '0107'",
                            new RuleOutcome(null, null, false, null, null, null, null, false, false)),
                    new Rule("as-category", "按类别", "category != '1503'", new RuleOutcome(null, null, false))));

    public static final Directory DIRECTORY = Directory.of(items());

    public static final BusinessCalendar CALENDAR = new BusinessCalendar(
            ZoneId.of("Asia/Shanghai"),
            OpeningHours.USUAL,
            Map.of(2026, new CalendarYear(2026, Set.of(), Set.of(), true)));

    /** As usual, but for a shorter time at the ceiling. */
    public static final CasePolicy POLICY = new CasePolicy(
            usual(CasePolicy.class).getFirst().limits(),
            new LimitItem(1, "WORK_HOUR"),
            10,
            2,
            366,
            List.of(
                    new SuspensionCause("weather", "天气", "Weather"),
                    new SuspensionCause("materials", "材料", "Materials")),
            2,
            30,
            new CasePolicy.Revisit(new LimitItem(30, "NATURAL_DAY"), 0, Grade.FAIR),
            null,
            null);

    public static final EscalationPolicies ESCALATION = new EscalationPolicies(escalation());

    public static final TableVersions VERSIONS = new TableVersions(1, 1, 1, 1, 7, 1, 0, 1, 1);

    /** What is of class 11 is watched more closely. */
    private static List<EscalationPolicy> escalation() {
        EscalationPolicy close = new EscalationPolicy(
                "close",
                "从严",
                "Close",
                List.of(),
                List.of("11"),
                null,
                Map.of(
                        ClockKind.HANDLING,
                        List.of(new EscalationStep(
                                100, List.of(StepMeasure.SUPERVISE_YELLOW, StepMeasure.LEADERS_LIST)))));
        return Stream.concat(Stream.of(close), usual(EscalationPolicy.class).stream())
                .toList();
    }

    private static <T extends Record> List<T> usual(Class<T> rows) {
        return ReferenceFiles.usual().stream()
                .flatMap(content -> ((Content.Table) content).rows().stream())
                .filter(rows::isInstance)
                .map(rows::cast)
                .toList();
    }

    private SmallDistrict() {}

    public static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    /** A lamp of the street's sanitation station, in a category that the district's works would lead. */
    private static final Assets ASSETS =
            Assets.of(List.of(new Asset("LAMP-1", "0602", "路灯1号", GeoPoint.of(120.1, 30.2), "s-env")), DIRECTORY);

    /** In March the head of the sanitation station sits at the street's hard-case desk. */
    private static final List<DutySpan> DUTIES = List.of(new DutySpan(
            "march", "s", "一号窗口", "handler#duty@s-env", LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31")));

    private static final Router ROUTER =
            new Router(CompiledRuleBook.compile(RULES, new CelConditions()), DIRECTORY, CALENDAR, List.of(), ASSETS);

    public static Router router() {
        return ROUTER;
    }

    public static Facts facts(Instant now) {
        return facts(now, CALENDAR);
    }

    public static Facts facts(Instant now, BusinessCalendar calendar) {
        return new Facts(now, DIRECTORY, calendar, ROUTER, POLICY, ESCALATION, DUTIES, VERSIONS);
    }

    /** With the holidays of one more year published. */
    public static BusinessCalendar published(BusinessCalendar before, int year, Set<LocalDate> holidays) {
        Map<Integer, CalendarYear> years = new HashMap<>(before.years());
        years.put(year, new CalendarYear(year, holidays, Set.of(), true));
        return new BusinessCalendar(before.zone(), OpeningHours.USUAL, years);
    }

    /** A member of staff with one role. */
    public static Caller staff(String id, Role role, String... units) {
        return new Caller(id, id, List.of(new Grant(role, List.of(units))));
    }

    public static Received report(@Nullable String category, @Nullable String grid) {
        return report("report-1", category, grid, "resident-1", null);
    }

    /** From the public. */
    public static Received call(String category, String grid) {
        Received seen = report(category, grid);
        return new Received(
                seen.reportId(),
                seen.trackingNumber(),
                Channel.HOTLINE,
                null,
                seen.category(),
                seen.text(),
                null,
                grid,
                null,
                Urgency.NORMAL,
                Actor.staff("agent", "s"),
                seen.residentId(),
                null,
                MORNING,
                null);
    }

    public static Received report(
            String id,
            @Nullable String category,
            @Nullable String grid,
            @Nullable String residentId,
            @Nullable OnSpotSettlement settled) {
        return new Received(
                id,
                "T-1",
                Channel.GRID_WORKER,
                null,
                category,
                new Erasable("路边有垃圾", "salt"),
                null,
                grid,
                null,
                Urgency.NORMAL,
                Actor.staff("worker", "g1"),
                residentId,
                settled,
                MORNING,
                null);
    }

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        items.add(new LadderItem("ladder", 1, LADDER));
        items.add(unit("d", "DISTRICT", null, List.of("d"), "990100"));
        items.add(unit("d-env", "DISTRICT", "环卫", List.of("d", "d-env"), null));
        items.add(unit("d-works", "DISTRICT", "市政", List.of("d", "d-works"), null));
        items.add(unit("s", "STREET", null, List.of("d", "s"), "990100001"));
        items.add(unit("s-env", "STREET", "环卫", List.of("d", "s", "s-env"), null));
        items.add(unit("c", "COMMUNITY", null, List.of("d", "s", "c"), "990100001001"));
        for (String grid : List.of("g1", "g2")) {
            items.add(unit(grid, "BLOCK", null, List.of("d", "s", "c", grid), "990100001001" + grid));
            items.add(new GridItem(grid, 1, "code-" + grid, List.of()));
        }
        items.add(new StaffItem("d-desk", 1, "区派遣", List.of(new Grant(Role.DISPATCHER, List.of("d")))));
        items.add(new StaffItem("leader", 1, "分管领导", List.of(new Grant(Role.LEADER, List.of("s")))));
        items.add(new StaffItem("leader@d", 1, "区领导", List.of(new Grant(Role.LEADER, List.of("d")))));
        items.add(new StaffItem("s-desk", 1, "街道派遣", List.of(new Grant(Role.DISPATCHER, List.of("s")))));
        items.add(looked("0105", "small", "COMMUNITY", "环卫"));
        items.add(looked("0606", "big", "STREET", "市政"));
        items.add(category("0102", "small", "COMMUNITY", "环卫", false));
        items.add(category("0103", "big", "STREET", "环卫", false));
        items.add(category("0104", "small", "COMMUNITY", "环卫", false));
        items.add(category("0401", "district", "DISTRICT", "市政", false));
        items.add(category("0602", "big", "STREET", "市政", false));
        items.add(category("0603", "district", "STREET", "市政", false));
        items.add(dispute("0901"));
        items.add(category("0904", "big", "STREET", "社区", false));
        items.add(looked("0107", "small", "COMMUNITY", "环卫"));
        items.add(category("1101", "small", "COMMUNITY", "环卫", false));
        items.add(category("1102", "big", "STREET", "环卫", false));
        items.add(category("1103", "small", "COMMUNITY", "环卫", false));
        items.add(category("1201", "big", "STREET", "环卫", false));
        items.add(category("1202", "big", "STREET", "环卫", false));
        items.add(category("1301", "big", "STREET", "环卫", false));
        items.add(category("1302", "big", "STREET", "责任单位", false));
        items.add(category("1503", "small", "COMMUNITY", "社区", false));
        items.add(category("9901", "small", "COMMUNITY", "环卫", true));
        return items;
    }

    private static UnitItem unit(
            String id, String level, @Nullable String kind, List<String> path, @Nullable String code) {
        String parent = path.size() > 1 ? path.get(path.size() - 2) : null;
        return new UnitItem(id, 1, "单位" + id, "Unit " + id, level, kind, parent, code, path);
    }

    /** Confirmed before filing, checked after completion. */
    private static CategoryItem looked(String id, String scale, String level, String lead) {
        return category(id, "EVENT", scale, level, lead, true, true, false, false);
    }

    /** Mediated before it may go up. */
    private static CategoryItem dispute(String id) {
        return category(id, "DISPUTE", "small", "COMMUNITY", "社区", false, false, true, false);
    }

    private static CategoryItem category(String id, String scale, String level, String lead, boolean retired) {
        return category(id, "EVENT", scale, level, lead, false, false, false, retired);
    }

    private static CategoryItem category(
            String id,
            String kind,
            String scale,
            String level,
            String lead,
            boolean confirmFirst,
            boolean fieldCheck,
            boolean mediationFirst,
            boolean retired) {
        return new CategoryItem(
                id,
                1,
                kind,
                "大类",
                "小类",
                "Class",
                "Subclass",
                scale,
                level,
                lead,
                new LimitItem(1, "WORK_HOUR"),
                new LimitItem(4, "WORK_HOUR"),
                confirmFirst,
                fieldCheck,
                mediationFirst,
                "",
                "",
                retired,
                id.equals("1503"),
                id.equals("0904"),
                id.equals("1302"));
    }
}

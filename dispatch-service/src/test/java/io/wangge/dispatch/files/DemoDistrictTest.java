package io.wangge.dispatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Channel;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.directory.OrganisationCheck;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.Edition;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceAssembly;
import io.wangge.dispatch.routing.CompiledRuleBook;
import io.wangge.dispatch.routing.LeadUnits;
import io.wangge.dispatch.routing.Matter;
import io.wangge.dispatch.routing.Route;
import io.wangge.dispatch.routing.Router;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class DemoDistrictTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final List<Content> CONTENTS = ReferenceFiles.demo().read();
    private static final Directory DIRECTORY = Directory.of(items());

    private static List<Item> items() {
        return CONTENTS.stream()
                .filter(Content.Items.class::isInstance)
                .flatMap(content -> ((Content.Items) content).items().stream())
                .toList();
    }

    private static Polygon ground(GridItem grid) {
        return SHAPES.createPolygon(grid.rings().getFirst().stream()
                .map(position -> new Coordinate(position.get(0), position.get(1)))
                .toArray(Coordinate[]::new));
    }

    @Test
    void nothing_is_wrong_with_it() {
        assertThat(OrganisationCheck.check(items())).isEmpty();
    }

    @Test
    void it_has_one_district_two_streets_four_communities_and_twelve_grids() {
        assertThat(DIRECTORY.top().id()).isEqualTo("990100");
        assertThat(territorial("STREET")).containsExactlyInAnyOrder("990100001", "990100002");
        assertThat(territorial("COMMUNITY")).hasSize(4).allMatch(id -> id.length() == 12);
        assertThat(territorial("BLOCK")).hasSize(12).allMatch(id -> id.length() == 15);
        assertThat(DIRECTORY.grids()).hasSize(12).allMatch(grid -> grid.id().equals(grid.code()));
    }

    private static List<String> territorial(String level) {
        return DIRECTORY.units().stream()
                .filter(unit -> unit.territorial() && unit.level().equals(level))
                .map(UnitItem::id)
                .toList();
    }

    @Test
    void grids_cover_the_district_without_a_gap() {
        Geometry all = UnaryUnionOp.union(
                DIRECTORY.grids().stream().map(DemoDistrictTest::ground).toList());

        assertThat(all).isInstanceOf(Polygon.class);
        assertThat(((Polygon) all).getNumInteriorRing()).isZero();
        assertThat(all.getEnvelopeInternal()).isEqualTo(new Envelope(120.10, 120.16, 30.20, 30.24));
        assertThat(all.getArea()).isCloseTo(0.06 * 0.04, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void grids_do_not_overlap_and_share_the_very_points_of_their_borders() {
        List<GridItem> grids = List.copyOf(DIRECTORY.grids());
        Set<Coordinate> corners = Set.of(
                new Coordinate(120.10, 30.20), new Coordinate(120.16, 30.20),
                new Coordinate(120.10, 30.24), new Coordinate(120.16, 30.24));
        for (GridItem one : grids) {
            for (GridItem other : grids) {
                if (one != other) {
                    assertThat(ground(one).intersection(ground(other)).getArea())
                            .as(one.code() + " and " + other.code())
                            .isZero();
                }
            }
            Set<Coordinate> others = grids.stream()
                    .filter(other -> other != one)
                    .flatMap(other -> Arrays.stream(ground(other).getCoordinates()))
                    .collect(Collectors.toSet());
            assertThat(ground(one).getCoordinates())
                    .allMatch(point -> others.contains(point) || corners.contains(point));
        }
    }

    @Test
    void not_every_grid_is_a_rectangle() {
        assertThat(DIRECTORY.grids()).anyMatch(grid -> !ground(grid).isRectangle());
        assertThat(DIRECTORY.grids())
                .anyMatch(grid ->
                        ground(grid).getArea() < ground(grid).convexHull().getArea() * 0.98);
    }

    @Test
    void every_category_finds_its_unit_from_every_grid_at_its_usual_level() {
        LeadUnits leads = new LeadUnits(DIRECTORY);
        for (GridItem grid : DIRECTORY.grids()) {
            List<String> path = DIRECTORY.unit(grid.id()).orElseThrow().path();
            for (CategoryItem category : DIRECTORY.categories()) {
                if (!category.leadKind().equals(LeadUnits.NAMED_BY_DISPATCHER)) {
                    assertThat(leads.at(path, category.usualLevel(), category.leadKind()))
                            .as(category.id() + " in " + grid.code())
                            .isPresent();
                }
            }
        }
    }

    @Test
    void every_lead_has_a_department_in_each_street_or_in_the_district_to_climb_to() {
        for (CategoryItem category : DIRECTORY.categories()) {
            String lead = category.leadKind();
            if (!lead.equals(LeadUnits.TERRITORIAL) && !lead.equals(LeadUnits.NAMED_BY_DISPATCHER)) {
                assertThat(DIRECTORY.childrenOf("990100"))
                        .as(category.id())
                        .anyMatch(unit -> lead.equals(unit.departmentKind()));
                if (!category.usualLevel().equals("DISTRICT")) {
                    assertThat(DIRECTORY.childrenOf("990100001"))
                            .as(category.id())
                            .anyMatch(unit -> lead.equals(unit.departmentKind()));
                    assertThat(DIRECTORY.childrenOf("990100002"))
                            .as(category.id())
                            .anyMatch(unit -> lead.equals(unit.departmentKind()));
                }
            }
        }
    }

    /** A Monday morning. */
    private static final Instant AT_WORK = Instant.parse("2026-11-23T02:00:00Z");

    private static final Instant SUNDAY_MORNING = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void the_rules_route_as_their_titles_say() {
        assertThat(route("0409", Channel.HOTLINE, NIGHT)).isEqualTo("lift-entrapment → 990100002-d12");
        assertThat(route("0403", Channel.MEDIA, NIGHT)).isEqualTo("emergency-as-category → 990100-d08");
        assertThat(route("0601", Channel.SUPERIOR_ORDER, AT_WORK)).isEqualTo("superior-order-by-person → 990100002");
        assertThat(route("1302", Channel.WEB, AT_WORK)).isEqualTo("conduct-by-person → 990100002");
        assertThat(route("0906", Channel.VISIT, AT_WORK)).isEqualTo("old-petition-by-person → 990100002");
        assertThat(route("0904", Channel.VISIT, SUNDAY_MORNING)).isEqualTo("weekend-wages-by-person → 990100002");
        assertThat(route("0904", Channel.VISIT, AT_WORK)).isEqualTo("as-category → 990100002-d15");
        assertThat(route("0507", Channel.HOTLINE, NIGHT)).isEqualTo("night-noise-to-police → 990100002-d13");
        assertThat(route("0507", Channel.HOTLINE, AT_WORK)).isEqualTo("as-category → 990100002002");
        assertThat(route("0501", Channel.PATROL, AT_WORK)).isEqualTo("old-street-vendors-to-community → 990100002002");
        assertThat(route("0504", Channel.GRID_WORKER, AT_WORK)).isEqualTo("small-things-to-block → 990100002002001");
        assertThat(route("0601", Channel.GRID_WORKER, AT_WORK)).isEqualTo("as-category → 990100002-d07");
        assertThat(route("1503", Channel.WECHAT, AT_WORK)).isEqualTo("null → 990100002");
    }

    private static String route(String category, Channel channel, Instant at) {
        Reference now = reference();
        Route route = new Router(
                        CompiledRuleBook.compile(now.ruleBook(), new CelConditions()), now.directory(), now.calendar())
                .route(new Matter(category, "990100002002001", Urgency.NORMAL, channel, null, at));
        return route.reason().ruleId() + " → "
                + switch (route) {
                    case Route.ToUnit to -> to.unit().id();
                    case Route.ToDesk desk -> desk.deskPath().getLast();
                };
    }

    private static Reference reference() {
        List<Edition> editions = CONTENTS.stream()
                .map(content -> new Edition(1, 1, Instant.EPOCH, content))
                .toList();
        ReferenceAssembly.Outcome outcome =
                new ReferenceAssembly(new CelConditions(), ReferenceFiles.usual()).assemble(editions);
        assertThat(outcome).isInstanceOf(ReferenceAssembly.Outcome.Whole.class);
        return ((ReferenceAssembly.Outcome.Whole) outcome).reference();
    }

    @Test
    void staff_of_every_role_have_their_scopes() {
        assertThat(DIRECTORY.staff().stream()
                        .flatMap(staff -> staff.grants().stream())
                        .map(Grant::role))
                .containsAll(EnumSet.allOf(Role.class));
        assertThat(DIRECTORY.staff()).allMatch(staff -> staff.id().startsWith("staff-"));
        for (int n = 1; n <= 12; n++) {
            String grid = scope("staff-grid-worker-" + n).getFirst();
            assertThat(DIRECTORY.grid(grid)).as("grid worker " + n).isPresent();
        }
        assertThat(scope("staff-grid-worker-1")).containsExactly("990100001001001");
        assertThat(scope("staff-grid-head-4")).containsExactly("990100002002001", "990100002002002", "990100002002003");
        assertThat(scope("staff-community-clerk-3")).containsExactly("990100002001");
        assertThat(scope("staff-handler-1")).containsExactly("990100001");
        assertThat(scope("staff-handler-3")).hasSize(23).allMatch(unit -> unit.startsWith("990100-d"));
        assertThat(scope("staff-handler-10")).as("seconded").hasSize(2);
        assertThat(scope("staff-dispatcher-1")).containsExactly("990100");
        assertThat(scope("staff-leader-3")).containsExactly("990100002");
    }

    private static List<String> scope(String staffId) {
        StaffItem staff = DIRECTORY.staff().stream()
                .filter(item -> item.id().equals(staffId))
                .findAny()
                .orElseThrow();
        return staff.grants().getFirst().unitIds();
    }

    @Test
    void one_category_is_retired_and_all_others_are_in_use() {
        assertThat(DIRECTORY.categories()).hasSize(83);
        assertThat(DIRECTORY.categories().stream().filter(CategoryItem::retired).map(CategoryItem::id))
                .containsExactly("9901");
    }

    @Test
    void the_calendar_of_2026_is_the_official_one() {
        CalendarYear year = years().getFirst();

        assertThat(year.published()).isTrue();
        assertThat(year.holidays())
                .isEqualTo(Stream.of(
                                days("2026-01-01", "2026-01-03"),
                                days("2026-02-15", "2026-02-23"),
                                days("2026-04-04", "2026-04-06"),
                                days("2026-05-01", "2026-05-05"),
                                days("2026-06-19", "2026-06-21"),
                                days("2026-09-25", "2026-09-27"),
                                days("2026-10-01", "2026-10-07"))
                        .flatMap(days -> days)
                        .collect(Collectors.toSet()));
        assertThat(year.workedDays())
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2026-01-04"),
                        LocalDate.parse("2026-02-14"),
                        LocalDate.parse("2026-02-28"),
                        LocalDate.parse("2026-05-09"),
                        LocalDate.parse("2026-09-20"),
                        LocalDate.parse("2026-10-10"));
        assertThat(year.workedDays())
                .as("worked days are weekend days, or swapping them would say nothing")
                .allMatch(
                        day -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()));
    }

    @Test
    void the_calendar_of_2027_follows_the_week_and_is_not_published() {
        assertThat(years().getLast()).isEqualTo(new CalendarYear(2027, Set.of(), Set.of(), false));
    }

    private static Stream<LocalDate> days(String from, String to) {
        return LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1));
    }

    private static List<CalendarYear> years() {
        return CONTENTS.stream()
                .filter(Content.Calendar.class::isInstance)
                .map(content -> ((Content.Calendar) content).years())
                .findAny()
                .orElseThrow();
    }
}

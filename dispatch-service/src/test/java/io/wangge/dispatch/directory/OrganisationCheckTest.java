package io.wangge.dispatch.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A village with a ladder of three levels: nothing here knows four, nor their names. */
class OrganisationCheckTest {
    private static final Ladder LADDER = new Ladder(
            List.of(
                    new Level("HOUSE", "户", "House"),
                    new Level("VILLAGE", "村", "Village"),
                    new Level("TOWN", "乡", "Town")),
            Map.of("small", "HOUSE", "big", "VILLAGE"));

    private static final LimitItem DAY = new LimitItem(1, "WORKDAY");
    private static final List<List<Double>> TRIANGLE =
            List.of(List.of(0.0, 0.0), List.of(1.0, 0.0), List.of(0.0, 1.0), List.of(0.0, 0.0));

    private final List<Item> items = new ArrayList<>(List.of(
            new LadderItem("ladder", 0, LADDER),
            unit("t", "TOWN", null, null, "1", "t"),
            unit("v", "VILLAGE", null, "t", "11", "t", "v"),
            unit("h", "HOUSE", null, "v", "111", "t", "v", "h"),
            unit("v-d", "VILLAGE", "环卫", "v", null, "t", "v", "v-d"),
            new GridItem("h", 0, "111", List.of(TRIANGLE)),
            category("0101", "big", "VILLAGE", DAY),
            staff("v")));

    private static UnitItem unit(String id, String level, String kind, String parent, String code, String... path) {
        return new UnitItem(id, 0, id, id, level, kind, parent, code, Arrays.asList(path));
    }

    private static CategoryItem category(String id, String scale, String level, LimitItem limit) {
        return new CategoryItem(
                id, 0, "EVENT", "类", "类", "c", "c", scale, level, "环卫", limit, limit, false, false, false, "a", "b",
                false);
    }

    private static StaffItem staff(String... units) {
        return new StaffItem("s", 0, "某", List.of(new Grant(Role.HANDLER, List.of(units))));
    }

    private List<String> findingsWith(Item... more) {
        items.addAll(List.of(more));
        return OrganisationCheck.check(items).stream().map(Finding::toString).toList();
    }

    @Test
    void a_sound_organisation_has_no_finding() {
        assertThat(findingsWith()).isEmpty();
    }

    @Test
    void an_id_stands_once() {
        assertThat(findingsWith(staff("t"))).containsExactly("STAFF s: the id stands twice");
    }

    @Test
    void there_is_exactly_one_ladder() {
        items.removeIf(LadderItem.class::isInstance);

        assertThat(findingsWith()).containsExactly("ladder: there must be exactly one");
    }

    @Test
    void there_is_one_top() {
        assertThat(findingsWith(unit("t2", "TOWN", null, null, "2", "t2")))
                .containsExactly("units: there must be one unit without a parent, not 2");
    }

    @Test
    void a_level_stands_on_the_ladder() {
        assertThat(findingsWith(unit("x", "STREET", null, "t", "12", "t", "x")))
                .containsExactly("unit x: no level STREET on the ladder");
    }

    @Test
    void a_path_leads_through_the_parent() {
        assertThat(findingsWith(unit("x", "VILLAGE", null, "t", "12", "x")))
                .containsExactly("unit x: its path does not lead from the top through its parent");
        assertThat(findingsWith(unit("y", "VILLAGE", null, "nowhere", "13", "t", "y")))
                .containsExactly("unit y: its parent nowhere is not there");
    }

    @Test
    void units_do_not_form_a_cycle() {
        assertThat(findingsWith(
                        unit("x", "VILLAGE", null, "y", "12", "x"),
                        unit("y", "VILLAGE", null, "z", "13", "y"),
                        unit("z", "VILLAGE", null, "x", "14", "z"),
                        unit("below", "HOUSE", null, "z", "141", "z", "below")))
                .contains("unit x: its parents form a cycle: x → y → z → x")
                .filteredOn(finding -> finding.contains("cycle"))
                .hasSize(1);
    }

    @Test
    void the_ladder_has_each_level_once_and_its_ceilings() {
        items.set(
                0,
                new LadderItem(
                        "ladder",
                        0,
                        new Ladder(List.of(new Level("A", "甲", "A"), new Level("A", "甲", "A")), Map.of("small", "B"))));

        assertThat(findingsWith())
                .containsExactly(
                        "ladder: level A stands twice",
                        "ladder: the ceiling of scale small is a level that is not there: B");
    }

    @Test
    void a_territorial_unit_has_a_code_and_lies_below_its_parent() {
        assertThat(findingsWith(
                        unit("x", "VILLAGE", null, "t", null, "t", "x"),
                        unit("y", "VILLAGE", null, "v", "112", "t", "v", "y")))
                .containsExactlyInAnyOrder(
                        "unit x: a territorial unit needs a code, which its cases' numbers start with",
                        "unit y: its level must be below that of v");
    }

    @Test
    void a_department_has_the_level_of_its_unit_and_nothing_below() {
        assertThat(findingsWith(
                        unit("x", "HOUSE", "市政", "v", null, "t", "v", "x"),
                        unit("y", "HOUSE", "市政", "v-d", null, "t", "v", "v-d", "y")))
                .containsExactlyInAnyOrder(
                        "unit x: a department has the level of the unit that it belongs to",
                        "unit y: nothing lies below a department");
    }

    @Test
    void a_grid_is_a_unit_of_the_lowest_level() {
        assertThat(findingsWith(
                        new GridItem("v", 0, "11", square("v", 10, 11).rings()),
                        new GridItem("n", 0, "9", square("n", 20, 21).rings())))
                .containsExactlyInAnyOrder(
                        "grid 11: unit v is no territorial unit of level HOUSE", "grid 9: no unit n");
    }

    @Test
    void a_polygon_is_closed_and_does_not_cross_itself() {
        List<List<Double>> open = TRIANGLE.subList(0, 3);
        List<List<Double>> bowTie =
                List.of(List.of(0.0, 0.0), List.of(1.0, 1.0), List.of(1.0, 0.0), List.of(0.0, 1.0), List.of(0.0, 0.0));

        assertThat(findingsWith(
                        unit("h2", "HOUSE", null, "v", "112", "t", "v", "h2"),
                        unit("h3", "HOUSE", null, "v", "113", "t", "v", "h3"),
                        new GridItem("h2", 0, "112", List.of(open)),
                        new GridItem("h3", 0, "113", List.of(bowTie))))
                .hasSize(2)
                .contains("grid 112: a ring is not closed")
                .anyMatch(finding -> finding.startsWith("grid 113: its polygon is broken: Self-intersection"));
    }

    private static GridItem square(String id, double west, double east) {
        return new GridItem(
                id,
                0,
                "code-" + id,
                List.of(List.of(
                        List.of(west, 30.0),
                        List.of(east, 30.0),
                        List.of(east, 30.01),
                        List.of(west, 30.01),
                        List.of(west, 30.0))));
    }

    @Test
    void grids_touch_and_do_not_overlap() {
        items.add(unit("h2", "HOUSE", null, "v", "112", "t", "v", "h2"));
        items.add(unit("h3", "HOUSE", null, "v", "113", "t", "v", "h3"));
        items.removeIf(GridItem.class::isInstance);

        assertThat(findingsWith(square("h2", 120.00, 120.01), square("h3", 120.01, 120.02)))
                .isEmpty();
        items.removeIf(GridItem.class::isInstance);
        assertThat(findingsWith(square("h2", 120.00, 120.01), square("h3", 120.009, 120.02)))
                .containsExactly("grid code-h2: it overlaps grid code-h3 by 107314 m² at [120.009500, 30.005000]");
        items.removeIf(GridItem.class::isInstance);
        assertThat(findingsWith(square("h2", 120.00, 120.01), square("h3", 120.00999999, 120.02)))
                .as("a millimetre of drawing")
                .isEmpty();
        items.removeIf(GridItem.class::isInstance);
        assertThat(findingsWith(square("h2", 120.00, 120.03), square("h3", 120.01, 120.02)))
                .as("one inside of another")
                .hasSize(1);
    }

    @Test
    void a_grid_code_has_the_districts_form() {
        assertThat(OrganisationCheck.check(items, new DistrictSettings("\\d{3}", true, 10)))
                .isEmpty();
        assertThat(OrganisationCheck.check(items, new DistrictSettings("\\d{15}", false, 10)))
                .extracting(Finding::toString)
                .containsExactly("grid 111: its code has not the form \\d{15}");
        items.add(unit("h2", "HOUSE", null, "v", "912", "t", "v", "h2"));
        items.add(new GridItem("h2", 0, "912", square("h2", 120, 121).rings()));
        assertThat(OrganisationCheck.check(items, new DistrictSettings(null, true, 10)))
                .extracting(Finding::toString)
                .containsExactly("grid 912: its code does not begin with that of the unit above it, 11");
    }

    @Test
    void a_form_that_could_take_for_ever_is_refused() {
        assertThat(OrganisationCheck.check(items, new DistrictSettings("(a+)+", false, -1)))
                .extracting(Finding::where)
                .containsExactly("district gridCode", "district overlapTolerance");
    }

    @Test
    void a_code_stands_once() {
        items.add(unit("h2", "HOUSE", null, "v", "112", "t", "v", "h2"));

        assertThat(findingsWith(new GridItem("h2", 0, "111", List.of(TRIANGLE))))
                .contains("grid 111: the code stands twice");
    }

    @Test
    void a_person_has_a_scope() {
        items.removeIf(StaffItem.class::isInstance);

        assertThat(findingsWith(new StaffItem("s", 0, "某", List.of())))
                .containsExactly("staff s: no role and no unit: a person without scope");
    }

    @Test
    void a_category_lies_below_its_ceiling_with_limits_that_can_be_counted() {
        assertThat(findingsWith(
                        category("01", "big", "VILLAGE", DAY),
                        category("0102", "huge", "VILLAGE", DAY),
                        category("0103", "small", "VILLAGE", DAY),
                        category("0104", "big", "STREET", DAY),
                        category("0105", "big", "VILLAGE", new LimitItem(0, "WORKDAY"))))
                .containsExactlyInAnyOrder(
                        "category 01: its code is not four digits",
                        "category 0102: no ceiling for scale huge",
                        "category 0103: its usual level lies above its ceiling HOUSE",
                        "category 0104: no level STREET on the ladder",
                        "category 0105: limit 0 WORKDAY cannot be counted",
                        "category 0105: limit 0 WORKDAY cannot be counted");
    }

    @Test
    void a_role_is_scoped_to_units_that_exist() {
        items.removeIf(StaffItem.class::isInstance);

        assertThat(findingsWith(staff("v", "nowhere")))
                .containsExactly("staff s: HANDLER in a unit that is not there: nowhere");
        items.removeIf(StaffItem.class::isInstance);
        assertThat(findingsWith(staff())).containsExactly("staff s: HANDLER without a unit");
    }
}

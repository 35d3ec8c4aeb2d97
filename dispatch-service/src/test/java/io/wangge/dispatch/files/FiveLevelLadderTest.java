package io.wangge.dispatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.report.Channel;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.escalation.Climb;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.Edition;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceAssembly;
import io.wangge.dispatch.reference.ReferenceAssembly.Outcome;
import io.wangge.dispatch.routing.CompiledRuleBook;
import io.wangge.dispatch.routing.Explanation;
import io.wangge.dispatch.routing.Mandate;
import io.wangge.dispatch.routing.Matter;
import io.wangge.dispatch.routing.Route;
import io.wangge.dispatch.routing.Router;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 县 乡 村 屯 户: another ladder, another pair of guards (systems.md, 农事村办), and not a line of Java for it: all that this
 * county is stands in files.
 */
class FiveLevelLadderTest {
    private static final Instant MAY = Instant.parse("2026-05-06T02:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-06T02:00:00Z");

    private final Reference county = county();
    private final Directory directory = county.directory();
    private final Router router = new Router(
            CompiledRuleBook.compile(county.ruleBook(), new CelConditions()),
            directory,
            county.calendar(),
            county.mandates());
    private final Climb climb = new Climb(directory);

    private static Reference county() {
        List<Content> contents = files().read();
        Outcome outcome = new ReferenceAssembly(new CelConditions(), ReferenceFiles.usual())
                .assemble(contents.stream()
                        .map(content -> new Edition(1, 1, Instant.EPOCH, content))
                        .toList());
        assertThat(outcome).isInstanceOf(Outcome.Whole.class);
        return ((Outcome.Whole) outcome).reference();
    }

    private static ReferenceFiles files() {
        try {
            return ReferenceFiles.in(
                    Path.of(Objects.requireNonNull(FiveLevelLadderTest.class.getResource("/five-levels"))
                            .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Explanation explain(String category, String grid, Instant at) {
        return router.explain(new Matter(category, grid, Urgency.NORMAL, Channel.VISIT, null, at));
    }

    private String unitOf(String category, String grid, Instant at) {
        return explain(category, grid, at).route() instanceof Route.ToUnit to
                ? to.unit().id()
                : "a desk";
    }

    @ParameterizedTest
    @CsvSource({"1501,v1", "1502,v1", "1503,v1", "1504,v1", "1505,h1", "1506,v1"})
    void errands_are_done_in_the_village_whatever_department_they_belong_to(String category, String unit) {
        assertThat(unitOf(category, "88001010101", MAY)).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1501", "1502", "1503", "1504", "1505", "1506"})
    void none_of_the_six_may_leave_the_village(String category) {
        CategoryItem item = directory.category(category).orElseThrow();

        assertThat(climb.ceilingOf(item).code()).isEqualTo("VILLAGE");
        assertThat(climb.isAtCeiling("HOUSEHOLD", item)).isFalse();
        assertThat(climb.isAtCeiling("HAMLET", item)).isFalse();
        assertThat(climb.isAtCeiling("VILLAGE", item)).isTrue();
        assertThat(climb.isAtCeiling("TOWNSHIP", item)).isTrue();
        assertThat(item.neverLeaves()).isTrue();
    }

    @Test
    void the_way_up_goes_by_the_countys_own_steps() {
        CategoryItem ditch = directory.category("0801").orElseThrow();
        Hold hamlet = hold("h1", List.of("c", "t1", "v1", "h1"), "HAMLET");

        assertThat(climb.oneUp(hamlet, ditch).orElseThrow().id()).isEqualTo("v1");
        assertThat(climb.oneUp(hold("v1", List.of("c", "t1", "v1"), "VILLAGE"), ditch)
                        .orElseThrow()
                        .id())
                .isEqualTo("t1-agri");
        assertThat(climb.oneUp(hold("c", List.of("c"), "COUNTY"), ditch)).isEmpty();
    }

    private static Hold hold(String unit, List<String> path, String level) {
        return new Hold(1, unit, path, level, MAY, null, MAY.plusSeconds(3600), false);
    }

    @Test
    void a_power_that_was_handed_down_on_the_first_of_july_routes_there_from_then_on() {
        assertThat(unitOf("0801", "88001010101", MAY)).as("list of competences").isEqualTo("c-civil");
        assertThat(unitOf("0801", "88001010101", Instant.parse("2026-06-30T15:59:59Z")))
                .as("last minute of June in the county")
                .isEqualTo("c-civil");
        assertThat(unitOf("0801", "88001010101", Instant.parse("2026-06-30T16:00:00Z")))
                .as("first of July")
                .isEqualTo("v1");
        assertThat(unitOf("0801", "88001020101", AUGUST))
                .as("not handed to the other village")
                .isEqualTo("t1-agri");
        assertThat(explain("0801", "88001010101", AUGUST).mandate())
                .map(Mandate::id)
                .contains("ditches-to-villages");
    }
}

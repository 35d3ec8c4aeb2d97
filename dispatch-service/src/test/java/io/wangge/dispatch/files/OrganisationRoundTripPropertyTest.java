package io.wangge.dispatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.directory.UnitTree;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What goes out comes in again as the same, whatever people call their units. */
class OrganisationRoundTripPropertyTest {

    /** Commas, quotes, line breaks, formulas, blanks at the ends, and Chinese. */
    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars(",\"\n\r'=+-@;\t \u3000网格甲aB1")
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    @Provide
    Arbitrary<Content> units() {
        return Combinators.combine(names(), names(), Arbitraries.integers().between(0, 1000))
                .as((zh, en, seed) -> new String[] {zh, en, String.valueOf(seed)})
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(rows -> {
                    List<UnitItem> units = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        int seed = Integer.parseInt(rows.get(i)[2]);
                        // Children may stand before their parents.
                        String parent = i + 1 < rows.size() && seed % 3 != 0
                                ? "u" + (i + 1 + seed % (rows.size() - i - 1))
                                : null;
                        units.add(new UnitItem(
                                "u" + i,
                                0,
                                rows.get(i)[0],
                                rows.get(i)[1],
                                "L" + seed % 4,
                                seed % 2 == 0 ? null : "环卫",
                                parent,
                                seed % 5 == 0 ? null : "00" + seed,
                                List.of()));
                    }
                    return new Content.Items(ReferenceKind.UNIT, List.copyOf(UnitTree.withPaths(units)));
                });
    }

    @Provide
    Arbitrary<Content> staff() {
        Arbitrary<Grant> grants = Combinators.combine(
                        Arbitraries.of(Role.class),
                        Arbitraries.strings()
                                .alpha()
                                .numeric()
                                .ofMinLength(1)
                                .ofMaxLength(5)
                                .list()
                                .ofMaxSize(3))
                .as(Grant::new);
        return Combinators.combine(names(), grants.list().ofMaxSize(3))
                .as((name, roles) -> new StaffItem("", 0, name, roles))
                .list()
                .ofMaxSize(8)
                .map(people -> new Content.Items(
                        ReferenceKind.STAFF,
                        IntStream.range(0, people.size())
                                .mapToObj(i -> (Item) new StaffItem(
                                        "staff-" + i,
                                        0,
                                        people.get(i).name(),
                                        people.get(i).grants()))
                                .toList()));
    }

    @Provide
    Arbitrary<Content> grids() {
        Arbitrary<List<Double>> positions = Combinators.combine(
                        Arbitraries.doubles().between(-180, 180),
                        Arbitraries.doubles().between(-90, 90))
                .as((lon, lat) -> List.of(lon, lat));
        return positions
                .list()
                .ofMinSize(3)
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .list()
                .ofMaxSize(5)
                .map(polygons -> new Content.Items(
                        ReferenceKind.GRID,
                        IntStream.range(0, polygons.size())
                                .mapToObj(i -> (Item) new GridItem("g" + i, 0, "9901" + i, polygons.get(i)))
                                .toList()));
    }

    private static void comesBack(Content content, FileForm form) {
        byte[] file = OrganisationExport.write(content, form).orElseThrow();
        OrganisationImport read =
                OrganisationImport.read(content.kind(), form, "file", file).orElseThrow();
        assertThat(read.faults()).isEmpty();
        assertThat(read.content()).contains(content);
    }

    @Property(tries = 300)
    void units_come_back_the_same(@ForAll("units") Content content) {
        comesBack(content, FileForm.CSV);
    }

    @Property(tries = 300)
    void staff_come_back_the_same(@ForAll("staff") Content content) {
        comesBack(content, FileForm.CSV);
    }

    @Property(tries = 300)
    void grids_come_back_the_same_as_a_table_and_as_a_map(@ForAll("grids") Content content) {
        comesBack(content, FileForm.CSV);
        comesBack(content, FileForm.GEOJSON);
    }

    @Test
    void the_demo_comes_back_the_same() {
        for (Content content : ReferenceFiles.demo().read()) {
            if (OrganisationExport.heading(content.kind()).isPresent()) {
                comesBack(content, FileForm.CSV);
            }
            assertThat(SentContent.read(
                            content.kind(),
                            OrganisationExport.write(content, FileForm.JSON).orElseThrow()))
                    .isEqualTo(content);
        }
    }
}

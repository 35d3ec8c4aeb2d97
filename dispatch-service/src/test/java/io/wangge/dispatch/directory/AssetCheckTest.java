package io.wangge.dispatch.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.files.FileForm;
import io.wangge.dispatch.files.OrganisationExport;
import io.wangge.dispatch.files.OrganisationImport;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.ReferenceKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetCheckTest {
    private static final List<Content> DEMO = ReferenceFiles.demo().read();
    private static final Directory DIRECTORY = Directory.of(DEMO.stream()
            .filter(Content.Items.class::isInstance)
            .flatMap(content -> ((Content.Items) content).items().stream())
            .toList());
    private static final GeoPoint HERE = GeoPoint.of(120.1052, 30.2331);

    private static Asset asset(String id, String category, GeoPoint point, String owner) {
        return new Asset(id, category, "井盖", point, owner);
    }

    private static Content.Table demoAssets() {
        return DEMO.stream()
                .filter(content -> content.kind() == ReferenceKind.ASSET)
                .map(Content.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_asset_stands_once_has_a_category_of_assets_an_owner_and_a_place_in_the_district() {
        assertThat(AssetCheck.check(
                        List.of(
                                asset("a", "0601", HERE, "990100001-d07"),
                                asset("a", "0602", HERE, "990100001-d07"),
                                asset("b", "0102", HERE, "990100001-d07"),
                                asset("c", "7777", HERE, "990100001-d07"),
                                asset("d", "0601", HERE, "nobody"),
                                asset("e", "0601", GeoPoint.of(30.2331, 120.1052), "990100001-d07"),
                                asset("f", "0601", GeoPoint.of(119.9, 30.2331), "990100001-d07"),
                                asset("g", "0601", new GeoPoint("Point", List.of(120.1)), "990100001-d07")),
                        DIRECTORY))
                .extracting(Finding::toString)
                .containsExactly(
                        "asset a: the id stands twice",
                        "asset b: category 0102 is none of assets",
                        "asset c: category 7777 is none of assets",
                        "asset d: no unit nobody",
                        "asset e: its place is not [longitude, latitude]: [30.2331, 120.1052]",
                        "asset f: it lies in no grid of the district: [119.9, 30.2331]",
                        "asset g: its place is not [longitude, latitude]: [120.1]");
    }

    @Test
    void what_is_exported_comes_in_again() {
        byte[] file = OrganisationExport.write(demoAssets(), FileForm.CSV).orElseThrow();

        OrganisationImport read = OrganisationImport.read(ReferenceKind.ASSET, FileForm.CSV, "a.csv", file)
                .orElseThrow();

        assertThat(read.faults()).isEmpty();
        assertThat(read.content()).contains(demoAssets());
        assertThat(demoAssets().rows()).hasSizeGreaterThan(5);
    }

    @Test
    void a_line_with_a_place_that_is_none_is_told() {
        String file = "id,category,name_zh,longitude,latitude,owner\n"
                + "a,0601,井盖,east,30.2,990100001-d07\nb,0601,井盖,120.1,130.2,990100001-d07\n"
                + "b,0601,井盖,120.1,30.2,990100001-d07\n";

        OrganisationImport read = OrganisationImport.read(
                        ReferenceKind.ASSET, FileForm.CSV, "a.csv", file.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(read.faults())
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "a.csv: line 4: b stands in line 3 too",
                        "a.csv: line 2: longitude is no number of degrees up to 180",
                        "a.csv: line 3: latitude is no number of degrees up to 90");
        assertThat(read.content()).isEmpty();
    }

    @Test
    void the_nearest_come_first_within_the_distance_and_of_the_category() {
        Assets assets = Assets.of(
                List.of(
                        asset("far", "0601", GeoPoint.of(120.1152, 30.2331), "u"),
                        asset("next", "0602", GeoPoint.of(120.1055, 30.2331), "u"),
                        asset("here", "0601", HERE, "u")),
                DIRECTORY);
        assertThat(assets.gridOf("here")).contains("990100001001001");
        assertThat(assets.gridOf("none")).isEmpty();

        assertThat(assets.near(HERE, null, 100, 10))
                .extracting(near -> near.asset().id())
                .containsExactly("here", "next");
        assertThat(assets.near(HERE, null, 100, 10).getLast().metres()).isBetween(28.0, 30.0);
        assertThat(assets.near(HERE, "0601", 2000, 10))
                .extracting(near -> near.asset().id())
                .containsExactly("here", "far");
        assertThat(assets.near(HERE, "06", 2000, 1)).hasSize(1);
    }
}

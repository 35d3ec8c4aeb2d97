package io.wangge.dispatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.ReferenceKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OrganisationImportTest {
    private static final String HEADING = "id,name_zh,name_en,level,department_kind,parent,code\n";

    private static OrganisationImport read(ReferenceKind kind, FileForm form, String text) {
        return OrganisationImport.read(kind, form, "f.csv", text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    @Test
    void every_line_that_is_wrong_is_told_and_nothing_comes_of_the_others() {
        OrganisationImport read = read(
                ReferenceKind.UNIT,
                FileForm.CSV,
                HEADING + "a,甲,A,TOP,,,1\n" + "b,乙\n" + "c,,C,TOP,,a,2\n" + "a,丁,D,TOP,,a,3\n");

        assertThat(read.faults())
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "f.csv: line 3: it has 2 values, the heading has 7",
                        "f.csv: line 5: a stands in line 2 too",
                        "f.csv: line 4: name_zh is empty");
        assertThat(read.content()).isEmpty();
    }

    @Test
    void a_quoted_value_may_go_over_lines_and_the_count_of_lines_goes_on() {
        OrganisationImport read =
                read(ReferenceKind.UNIT, FileForm.CSV, HEADING + "a,\"甲\n\"\"一\"\", 区\",A,TOP,,,1\nb,,B,TOP,,a,2\n");

        assertThat(read.faults()).extracting(Throwable::getMessage).containsExactly("f.csv: line 4: name_zh is empty");
    }

    @Test
    void a_quote_that_is_not_closed_is_told() {
        assertThat(read(ReferenceKind.UNIT, FileForm.CSV, HEADING + "a,\"甲,A,TOP,,,1\n")
                        .faults())
                .extracting(Throwable::getMessage)
                .containsExactly("f.csv: line 2: a quote is not closed");
    }

    @Test
    void what_a_spreadsheet_in_china_saves_is_read() {
        byte[] chinese = (HEADING + "a,青石街道,A,TOP,,,1\n").getBytes(Charset.forName("GB18030"));

        Content content = OrganisationImport.read(ReferenceKind.UNIT, FileForm.CSV, "f.csv", chinese)
                .flatMap(OrganisationImport::content)
                .orElseThrow();

        assertThat(((UnitItem) ((Content.Items) content).items().getFirst()).nameZh())
                .isEqualTo("青石街道");
    }

    @Test
    void a_role_that_does_not_exist_and_a_person_with_two_names_are_told() {
        assertThat(read(
                                ReferenceKind.STAFF,
                                FileForm.CSV,
                                "id,name,role,units\ns,甲,BOSS,u\nt,乙,LEADER,u\nt,丙,ADMIN,u\n")
                        .faults())
                .extracting(BadFile::line, BadFile::words)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(2, "there is no role BOSS"),
                        org.assertj.core.api.Assertions.tuple(4, "another line calls t by another name"));
    }

    @Test
    void a_map_with_several_faults_names_each_feature() {
        String map = """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"code": "1"}, "geometry": {"type": "Polygon", "coordinates": []}},
                  {"type": "Feature", "id": "b", "properties": {}, "geometry": {"type": "Polygon", "coordinates": []}},
                  {"type": "Feature", "id": "c", "properties": {"code": "3"}, "geometry": null},
                  {"type": "Feature", "id": "d", "properties": {"code": "4"}, "geometry": {"type": "Polygon", "coordinates": [[[1.0, null]]]}}
                ]}
                """;

        assertThat(read(ReferenceKind.GRID, FileForm.GEOJSON, map).faults())
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "f.csv: line 1: the feature has no id",
                        "f.csv: line 2: grid b has no code",
                        "f.csv: line 3: grid c is no Polygon",
                        "f.csv: line 4: grid d is no Polygon");
    }

    @Test
    void a_ladder_is_no_table() {
        assertThat(OrganisationImport.read(ReferenceKind.LADDER, FileForm.CSV, "f", new byte[0]))
                .isEmpty();
    }
}

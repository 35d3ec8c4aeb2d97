package io.wangge.dispatch.http.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.wangge.contracts.wire.EventJson;
import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.http.Doorstep;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.InMemoryReferenceLibrary;
import io.wangge.dispatch.reference.ReferenceAssembly;
import io.wangge.dispatch.reference.ReferenceKeeper;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.reference.ReferenceLibraryContract;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class DirectoryControllerTest {
    private final ReferenceLibrary library = new InMemoryReferenceLibrary();
    private final ReferenceKeeper keeper = new ReferenceKeeper(
            library,
            new ReferenceAssembly(new CelConditions(), ReferenceFiles.usual()),
            InstantSource.fixed(Instant.EPOCH));
    private MockMvc mvc;

    @BeforeEach
    void seed() {
        keeper.replace(ReferenceLibraryContract.demo());
        mvc = Doorstep.of(
                () -> keeper.current().directory(),
                EventJson.MAPPER,
                new DirectoryController(keeper, library, EventJson.MAPPER),
                new CalendarController(keeper, EventJson.MAPPER));
    }

    @Test
    void grids_come_as_geojson_with_their_names() throws Exception {
        mvc.perform(get("/api/v1/directory/grids"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/geo+json"))
                .andExpect(jsonPath("$.type").value("FeatureCollection"))
                .andExpect(jsonPath("$.features", hasSize(12)))
                .andExpect(jsonPath("$.features[0].geometry.type").value("Polygon"))
                .andExpect(jsonPath("$.features[0].properties.code").value("990100001001001"))
                .andExpect(jsonPath("$.features[0].properties.nameZh").value("春晓社区第一网格（江滨苑）"));
    }

    @Test
    void who_has_the_answer_already_is_told_so_until_the_content_changes() throws Exception {
        String etag = mvc.perform(get("/api/v1/directory/categories"))
                .andExpect(jsonPath("$.categories", hasSize(83)))
                .andReturn()
                .getResponse()
                .getHeader("ETag");

        mvc.perform(get("/api/v1/directory/categories").header("If-None-Match", etag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));

        keeper.replace(ReferenceLibraryContract.demo().stream()
                .filter(content -> content.kind().name().equals("CATEGORY"))
                .map(content -> (Content) new Content.Items(
                        content.kind(), ((Content.Items) content).items().subList(0, 80)))
                .toList());
        mvc.perform(get("/api/v1/directory/categories").header("If-None-Match", etag))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-cache, private"))
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.categories", hasSize(80)));
    }

    @Test
    void units_come_with_the_ladder() throws Exception {
        mvc.perform(get("/api/v1/directory/units"))
                .andExpect(jsonPath("$.ladder.levels", hasSize(4)))
                .andExpect(jsonPath("$.units", hasSize(82)))
                .andExpect(jsonPath("$.units[0].nameZh").value("云山区"));
    }

    @Test
    void the_calendar_says_which_years_are_provisional() throws Exception {
        mvc.perform(get("/api/v1/calendar/years"))
                .andExpect(jsonPath("$.years[0].published").value(true))
                .andExpect(jsonPath("$.years[0].holidays[0]").value("2026-01-01"))
                .andExpect(jsonPath("$.years[1].published").value(false));
    }

    @Test
    void a_street_dispatcher_sees_the_people_of_that_street_only() throws Exception {
        mvc.perform(get("/api/v1/directory/staff").header("who", "staff-dispatcher-2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.staff[*].id", hasItem("staff-grid-worker-1")))
                .andExpect(jsonPath("$.staff[*].id", hasItem("staff-handler-10")))
                .andExpect(jsonPath("$.staff[*].id", not(hasItem("staff-grid-worker-12"))))
                .andExpect(jsonPath("$.staff[*].id", not(hasItem("staff-auditor-1"))));
    }

    @Test
    void who_has_no_business_with_people_is_refused() throws Exception {
        mvc.perform(get("/api/v1/directory/staff").header("who", "staff-grid-worker-1"))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_administrator_has_everything_published_again() throws Exception {
        library.unpublished().forEach(edition -> library.markPublished(edition, Instant.EPOCH));

        mvc.perform(post("/api/v1/directory/publications").header("who", "staff-admin-1"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.publishing", hasSize(5)))
                .andExpect(jsonPath("$.publishing[*].kind", everyItem(not(startsWith("RULE")))));
        assertThat(library.unpublished()).hasSize(5);

        mvc.perform(post("/api/v1/directory/publications").header("who", "staff-leader-1"))
                .andExpect(status().isForbidden());
    }
}

package io.wangge.dispatch.http.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.Ladder;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.CasePolicy.SuspensionCause;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.kit.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The organisation. Units, grids and categories are no secret inside the house; people are shown by scope. */
@RestController
@RequestMapping("/api/v1/directory")
class DirectoryController {
    private static final Set<Role> SEE_STAFF = Set.of(Role.ADMIN, Role.DISPATCHER, Role.LEADER);

    private final ReferenceData reference;
    private final ReferenceLibrary library;
    private final SharedAnswer units;
    private final SharedAnswer grids;
    private final SharedAnswer categories;

    DirectoryController(ReferenceData reference, ReferenceLibrary library, JsonMapper json) {
        this.reference = reference;
        this.library = library;
        this.units = new SharedAnswer(json, MediaType.APPLICATION_JSON, DirectoryController::allUnits);
        this.grids =
                new SharedAnswer(json, MediaType.valueOf("application/geo+json"), now -> GridMap.of(now.directory()));
        this.categories = new SharedAnswer(json, MediaType.APPLICATION_JSON, DirectoryController::allCategories);
    }

    record Units(long version, Ladder ladder, List<UnitItem> units) {}

    record Categories(long version, List<CategoryItem> categories) {}

    record SuspensionCauses(List<SuspensionCause> causes) {}

    record Staff(long version, List<StaffItem> staff) {}

    /** @param publishing what the other services are being told again */
    record Publications(List<Publication> publishing) {}

    record Publication(DirectoryKind kind, long version) {}

    private static Object allUnits(Reference now) {
        Directory directory = now.directory();
        return new Units(
                directory.version(DirectoryKind.UNIT),
                directory.ladder(),
                directory.units().stream()
                        .sorted(Comparator.comparing(UnitItem::id))
                        .toList());
    }

    private static Object allCategories(Reference now) {
        return new Categories(
                now.directory().version(DirectoryKind.CATEGORY),
                now.directory().categories().stream()
                        .sorted(Comparator.comparing(CategoryItem::id))
                        .toList());
    }

    @Operation(summary = "Units and departments with the ladder of levels / 单位、部门和层级")
    @GetMapping("/units")
    ResponseEntity<byte[]> units() {
        return units.answer(reference.current());
    }

    @Operation(summary = "Grids as a GeoJSON FeatureCollection / 网格")
    @GetMapping("/grids")
    ResponseEntity<byte[]> grids() {
        return grids.answer(reference.current());
    }

    @Operation(summary = "Categories with their limits, retired ones too / 类别")
    @GetMapping("/categories")
    ResponseEntity<byte[]> categories() {
        return categories.answer(reference.current());
    }

    @Operation(summary = "Reasons for which a case may be suspended / 挂账原因")
    @GetMapping("/suspension-causes")
    SuspensionCauses suspensionCauses() {
        return new SuspensionCauses(reference.current().policy().suspensionCauses());
    }

    /** Those who have a role in a unit that the caller's role reaches. */
    @Operation(summary = "Staff within the caller's scope; for ADMIN, DISPATCHER, LEADER / 工作人员")
    @GetMapping("/staff")
    Staff staff(Caller caller) {
        if (SEE_STAFF.stream().noneMatch(caller::has)) {
            throw new ProblemException(403, "not-allowed");
        }
        Directory directory = reference.current().directory();
        return new Staff(
                directory.version(DirectoryKind.STAFF),
                directory.staff().stream()
                        .filter(staff -> reaches(caller, staff, directory))
                        .sorted(Comparator.comparing(StaffItem::id))
                        .toList());
    }

    private static boolean reaches(Caller caller, StaffItem staff, Directory directory) {
        return staff.grants().stream()
                .flatMap(grant -> grant.unitIds().stream())
                .flatMap(unitId -> directory.unit(unitId).stream())
                .anyMatch(unit -> SEE_STAFF.stream().anyMatch(role -> caller.covers(role, unit.path())));
    }

    /** Safe to repeat: the same events go out again, and copies know them by their ids. */
    @Operation(summary = "Publish all reference data again, after the topic was lost; for ADMIN / 重新发布基础数据")
    @PostMapping("/publications")
    ResponseEntity<Publications> publishAgain(Caller caller) {
        if (!caller.covers(Role.ADMIN, reference.current().directory().top().path())) {
            throw new ProblemException(403, "not-allowed");
        }
        return ResponseEntity.accepted()
                .body(new Publications(library.publishAgain().stream()
                        .flatMap(edition -> edition.kind().published().stream()
                                .map(kind -> new Publication(kind, edition.version())))
                        .toList()));
    }
}

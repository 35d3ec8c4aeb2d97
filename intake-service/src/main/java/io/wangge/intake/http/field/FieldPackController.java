package io.wangge.intake.http.field;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.intake.place.Maps;
import io.wangge.intake.place.Neighbourhood;
import io.wangge.kit.directory.DirectoryCopy;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The field pack: fetched once, asked after with its ETag. */
@RestController
class FieldPackController {
    private final DirectoryCopy copy;
    private final Maps maps = new Maps();

    FieldPackController(DirectoryCopy copy) {
        this.copy = copy;
    }

    /** 304 for the ETag of what the phone has. */
    @GetMapping("/api/v1/field-pack")
    ResponseEntity<FieldPackAnswer> pack(WebRequest request, Caller caller) {
        Directory directory = copy.current();
        String tag = tagOf(caller, directory);
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).build();
        }
        Neighbourhood around = Neighbourhood.of(caller, directory, maps.of(directory));
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(FieldPackAnswer.of(around, directory));
    }

    /** Everything that it is made of: three tables, and the units of who asks. */
    private static String tagOf(Caller caller, Directory directory) {
        return "\"g%d-u%d-c%d-%08x\""
                .formatted(
                        directory.version(DirectoryKind.GRID),
                        directory.version(DirectoryKind.UNIT),
                        directory.version(DirectoryKind.CATEGORY),
                        caller.units().stream().sorted().toList().hashCode());
    }
}

package io.wangge.kit.door;

import com.mongodb.MongoTimeoutException;
import io.wangge.contracts.directory.Caller;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.IfMatch;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service: everything else comes from the kit. */
@SpringBootApplication
class SampleService {
    enum Colour {
        RED,
        GREEN
    }

    record Thing(
            String name,
            @Nullable Colour colour,
            @Nullable Integer size,
            @Nullable Instant at) {}

    @RestController
    static class Things {
        @GetMapping("/api/v1/who")
        Map<String, Object> who(Caller caller) {
            return Map.of("staffId", caller.staffId());
        }

        @PostMapping("/api/v1/things")
        Thing post(@RequestBody Thing thing) {
            return thing;
        }

        @PostMapping("/api/v1/things/{id}/commands")
        ResponseEntity<Long> command(
                @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
            return ResponseEntity.ok(IfMatch.version(ifMatch));
        }

        @GetMapping("/api/v1/broken")
        void broken() {
            throw new IllegalStateException("a bug");
        }

        @GetMapping("/api/v1/store-away")
        void storeAway() {
            throw new CompletionException(new MongoTimeoutException("no server"));
        }

        @GetMapping("/api/v1/not-ready")
        void notReady() {
            throw new DirectoryCopy.DirectoryNotReady();
        }
    }
}

package io.wangge.intake.http.hotline;

import io.wangge.intake.desk.AttendCall;
import io.wangge.intake.hotline.Call;
import io.wangge.intake.hotline.CallEvent;
import io.wangge.intake.hotline.CallForms;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FormFields;
import io.wangge.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the telephone system tells: it is no member of staff and shows a key of its own. */
@RestController
class CallEventController {
    private final AttendCall attend;
    private final HotlineSettings settings;
    private final InstantSource clock;

    CallEventController(AttendCall attend, HotlineSettings settings, InstantSource clock) {
        this.attend = attend;
        this.settings = settings;
        this.clock = clock;
    }

    record CallEventAnswer(String callId, Call.State state) {}

    /** May come twice and in any order. 401 for a wrong key, or when the deployment has none. */
    @PostMapping("/api/v1/calls/events")
    CallEventAnswer told(
            @RequestHeader(name = "X-Hotline-Key", required = false) @Nullable String key,
            @RequestBody CallForms.Told told) {
        if (!isGood(key)) {
            throw new ProblemException(401, "hotline-key-wrong");
        }
        FormFields fields = new FormFields();
        CallEvent event = CallForms.event(told, clock.instant(), this::staffAt, fields);
        Faults.none(fields);
        Call call = attend.told(event);
        return new CallEventAnswer(call.id(), call.state());
    }

    private String staffAt(String agent) {
        return settings.extensions().getOrDefault(agent, agent);
    }

    private boolean isGood(@Nullable String key) {
        String ours = settings.pbxKey();
        return key != null
                && ours != null
                && MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
    }
}

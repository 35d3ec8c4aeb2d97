package io.wangge.intake.http.hotline;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.intake.hotline.Call;
import io.wangge.intake.hotline.CallRules;
import io.wangge.intake.hotline.Calls;
import io.wangge.intake.hotline.Line;
import io.wangge.intake.hotline.Lines;
import io.wangge.intake.http.hotline.CallViews.CallView;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.FormFields;
import io.wangge.kit.directory.DirectoryCopy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Calls as Server-Sent Events. The telephone system may tell any replica, so every one looks into the store for changes,
 * but only while an agent watches: a hotline has some dozens, and a look is one short index range.
 */
@Component
class CallStreams {
    private static final Logger LOG = LoggerFactory.getLogger(CallStreams.class);
    /** What was being written when we last looked. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(3);

    private static final int MOST_AT_ONCE = 200;

    private final Calls calls;
    private final Lines lines;
    private final DirectoryCopy directory;
    private final HotlineSettings settings;
    private final InstantSource clock;

    CallStreams(Calls calls, Lines lines, DirectoryCopy directory, HotlineSettings settings, InstantSource clock) {
        this.calls = calls;
        this.lines = lines;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    CallView view(Call call) {
        return CallViews.call(call, byNumber());
    }

    private Map<String, Line> byNumber() {
        return lines.all().stream().collect(Collectors.toMap(Line::number, Function.identity()));
    }

    /** One's own, and of what rings at nobody's place the lines of one's ground; a line that nobody described is everybody's. */
    boolean concerns(Call call, Caller caller) {
        if (!CallRules.concerns(call, caller)) {
            return false;
        }
        if (call.agentId() != null) {
            return true;
        }
        Line line = byNumber().get(call.line());
        return line == null || caller.coversAny(pathOf(line.unitId()));
    }

    private List<String> pathOf(String unitId) {
        return directory.current().unit(unitId).map(UnitItem::path).orElse(List.of());
    }

    /** Where a call is handed on to must be there. */
    void checkTarget(Call.Transfer transfer, FormFields fields) {
        String line = transfer.toLine();
        String unit = transfer.toUnitId();
        String agent = transfer.toAgentId();
        if (line != null
                && (!byNumber().containsKey(line) || byNumber().get(line).closed())) {
            fields.fault(FieldFault.of("toLine", "unknown-line"));
        }
        if (unit != null && directory.current().unit(unit).isEmpty()) {
            fields.fault(FieldFault.of("toUnitId", "unknown-unit"));
        }
        if (agent != null && directory.current().caller(agent).isEmpty()) {
            fields.fault(FieldFault.of("toAgentId", "unknown-staff"));
        }
    }

    SseEmitter open(Caller caller) {
        SseEmitter emitter = new SseEmitter(0L);
        Thread watcher =
                Thread.ofVirtual().name("calls-" + caller.staffId()).unstarted(() -> watch(emitter, caller.staffId()));
        emitter.onCompletion(watcher::interrupt);
        emitter.onError(failure -> watcher.interrupt());
        watcher.start();
        return emitter;
    }

    /** Roles are asked for at each look, so that a revocation works at once. */
    private void watch(SseEmitter emitter, String staffId) {
        Map<String, Instant> told = new HashMap<>();
        Instant seenUntil = clock.instant().minus(UNDER_WAY);
        Instant lastWord = clock.instant();
        try {
            emitter.send(SseEmitter.event().comment("watching"));
            while (!Thread.currentThread().isInterrupted()) {
                boolean spoke = false;
                for (Call call : news(seenUntil, told)) {
                    seenUntil = later(seenUntil, call.changedAt().minus(UNDER_WAY));
                    if (concernsNow(call, staffId)) {
                        emitter.send(SseEmitter.event()
                                .id(call.id())
                                .name("call")
                                .data(view(call), MediaType.APPLICATION_JSON));
                        spoke = true;
                    }
                }
                forgetBefore(seenUntil, told);
                Instant now = clock.instant();
                if (spoke) {
                    lastWord = now;
                } else if (lastWord.plus(settings.heartbeat()).isBefore(now)) {
                    emitter.send(SseEmitter.event().comment("heartbeat"));
                    lastWord = now;
                }
                Thread.sleep(settings.look());
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // The agent's page has gone; there is nobody to tell.
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.warn("A stream of calls is cut: {}", e.toString());
            emitter.completeWithError(e);
        }
    }

    private List<Call> news(Instant since, Map<String, Instant> told) {
        return calls.changedSince(since, MOST_AT_ONCE).stream()
                .filter(call -> !call.changedAt().equals(told.put(call.id(), call.changedAt())))
                .toList();
    }

    private static void forgetBefore(Instant moment, Map<String, Instant> told) {
        Set<String> old = new HashSet<>();
        told.forEach((id, changedAt) -> {
            if (changedAt.isBefore(moment)) {
                old.add(id);
            }
        });
        old.forEach(told::remove);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean concernsNow(Call call, String staffId) {
        return directory
                .ifReady()
                .flatMap(now -> now.caller(staffId))
                .filter(caller -> CallRules.mayAttend(caller).isEmpty() && concerns(call, caller))
                .isPresent();
    }
}

package io.wangge.intake.http.device;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.device.Alarm;
import io.wangge.intake.device.Device;
import io.wangge.intake.device.Devices;
import io.wangge.intake.device.ReadingForms;
import io.wangge.intake.device.ReadingKind;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.FormFields;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 设备台帐: which devices there are, what they measure, and their keys. */
@RestController
class DeviceController {
    private static final int MOST = 1_000;

    private final Devices devices;
    private final DeviceKeys keys;
    private final DirectoryCopy directory;

    DeviceController(Devices devices, DeviceKeys keys, DirectoryCopy directory) {
        this.devices = devices;
        this.keys = keys;
        this.directory = directory;
    }

    /** @param keyMade whether it has a key @param clockSkewSeconds how far its clock was ahead when last heard */
    record DeviceView(
            String id,
            String name,
            String unitId,
            String keeperId,
            @Nullable String gridCode,
            @Nullable GeoPoint location,
            @Nullable String assetId,
            boolean disabled,
            boolean keyMade,
            @Nullable Instant heardAt,
            @Nullable Long clockSkewSeconds,
            @Nullable List<AlarmView> alarms) {}

    /** @param reportId absent while it never fired */
    record AlarmView(
            String kind,
            long run,
            long counted,
            @Nullable Double lastValue,
            @Nullable Double worst,
            @Nullable String reportId,
            @Nullable Instant since) {}

    record DeviceListAnswer(List<DeviceView> items) {}

    @GetMapping("/api/v1/devices")
    DeviceListAnswer all(Caller caller) {
        return new DeviceListAnswer(devices.all(MOST).stream()
                .filter(device -> caller.coversAny(pathOf(device.unitId())))
                .map(device -> view(device, null))
                .toList());
    }

    @GetMapping("/api/v1/devices/{id}")
    DeviceView one(@PathVariable String id, Caller caller) {
        return devices.find(id)
                .filter(device -> caller.coversAny(pathOf(device.unitId())))
                .map(device -> view(device, devices.alarmsOf(id)))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    @PutMapping("/api/v1/devices/{id}")
    DeviceView put(@PathVariable String id, @RequestBody ReadingForms.DeviceForm form, Caller caller) {
        FormFields fields = new FormFields();
        Device device = ReadingForms.device(id, form, fields);
        if (fields.faults().isEmpty()
                && directory.current().caller(device.keeperId()).isEmpty()) {
            fields.fault(FieldFault.of("keeperId", "unknown-staff"));
        }
        if (fields.faults().isEmpty()
                && directory.current().unit(device.unitId()).isEmpty()) {
            fields.fault(FieldFault.of("unitId", "unknown-unit"));
        }
        Faults.none(fields);
        administers(caller, device.unitId());
        devices.find(id).ifPresent(before -> administers(caller, before.unitId()));
        return view(devices.put(device), null);
    }

    /** Shown this once. */
    record KeyAnswer(String deviceId, String key) {
        @Override
        public String toString() {
            return "KeyAnswer[" + deviceId + "]";
        }
    }

    /** A new key; the former one is good no longer. */
    @PostMapping("/api/v1/devices/{id}/keys")
    KeyAnswer newKey(@PathVariable String id, Caller caller) {
        Device device = devices.find(id).orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        administers(caller, device.unitId());
        return keys.renew(id)
                .map(key -> new KeyAnswer(id, key))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    record KindListAnswer(List<ReadingKind> items) {}

    @GetMapping("/api/v1/device-kinds")
    KindListAnswer kinds(Caller caller) {
        return new KindListAnswer(devices.kinds());
    }

    /** Thresholds hold for the whole deployment, so the top's administrator sets them. */
    @PutMapping("/api/v1/device-kinds/{code}")
    ReadingKind put(@PathVariable String code, @RequestBody ReadingForms.KindForm form, Caller caller) {
        administers(caller, directory.current().top().id());
        FormFields fields = new FormFields();
        ReadingKind kind = ReadingForms.kind(code, form, fields);
        Faults.none(fields);
        devices.put(kind);
        return kind;
    }

    private List<String> pathOf(String unitId) {
        return directory.current().unit(unitId).map(UnitItem::path).orElse(List.of());
    }

    private void administers(Caller caller, String unitId) {
        if (!caller.covers(Role.ADMIN, pathOf(unitId))) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }

    private static DeviceView view(Device device, @Nullable List<Alarm> alarms) {
        return new DeviceView(
                device.id(),
                device.name(),
                device.unitId(),
                device.keeperId(),
                device.gridCode(),
                device.location(),
                device.assetId(),
                device.disabled(),
                device.keyHash() != null,
                device.heardAt(),
                device.clockSkewSeconds(),
                alarms == null
                        ? null
                        : alarms.stream()
                                .map(alarm -> new AlarmView(
                                        alarm.kind(),
                                        alarm.run(),
                                        alarm.counted(),
                                        alarm.lastValue(),
                                        alarm.worst(),
                                        alarm.reportId().orElse(null),
                                        alarm.since()))
                                .toList());
    }
}

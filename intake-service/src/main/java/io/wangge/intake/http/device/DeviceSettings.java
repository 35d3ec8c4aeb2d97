package io.wangge.intake.http.device;

import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sensors.
 *
 * @param batchesPerMinute of one device; a device gone wild is told to wait
 * @param sweep pause between two looks for alarms whose report was left over
 */
@ConfigurationProperties("grid.devices")
record DeviceSettings(
        @DefaultValue("60") int batchesPerMinute,
        @DefaultValue("30s") Duration sweep) {
    DeviceSettings {
        StartRefused.unless(
                batchesPerMinute > 0, "grid.devices.batches-per-minute", batchesPerMinute, "it must be at least 1");
        StartRefused.unless(sweep.isPositive(), "grid.devices.sweep", sweep, "it must be longer than nothing");
    }
}

package io.wangge.intake.http.device;

import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.desk.TakeReadings;
import io.wangge.intake.device.Devices;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.recurring.Recurring;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What devices read, behind the HTTP door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeviceSettings.class)
class DeviceDesks {
    @Bean
    TakeReadings takeReadings(
            Devices devices, Reports reports, TakeInReport takeIn, DirectoryCopy directory, Clock clock) {
        return new TakeReadings(devices, reports, takeIn, directory::current, clock);
    }

    @Bean
    Recurring alarmSweep(TakeReadings readings, DirectoryCopy directory, DeviceSettings settings) {
        return new Recurring(
                "alarm-sweep",
                () -> {
                    if (directory.ifReady().isPresent()) {
                        readings.fileLeftOver();
                    }
                },
                settings::sweep);
    }
}

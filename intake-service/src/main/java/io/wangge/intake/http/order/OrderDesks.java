package io.wangge.intake.http.order;

import io.wangge.intake.desk.KeepOrders;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.desk.TakeInReport;
import io.wangge.intake.order.Orders;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of superior orders behind the HTTP door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderSettings.class)
class OrderDesks {
    @Bean
    KeepOrders keepOrders(Orders orders, Reports reports, ReadReports reading, TakeInReport takeIn, Clock clock) {
        return new KeepOrders(orders, reports, reading, takeIn, clock);
    }
}

package io.wangge.intake.http.order;

import io.wangge.intake.order.AnswerSheet;
import io.wangge.kit.settings.StartRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Superior orders.
 *
 * @param sheets issuer → columns of its answer sheet in their order, each {@code column=field}; the usual sheet for others
 */
@ConfigurationProperties("grid.orders")
record OrderSettings(@DefaultValue Map<String, List<String>> sheets) {
    OrderSettings {
        sheets.values().forEach(columns -> columns.forEach(OrderSettings::field));
    }

    private static String field(String column) {
        String field = column.substring(column.lastIndexOf('=') + 1);
        StartRefused.unless(
                column.indexOf('=') > 0 && AnswerSheet.isField(field),
                "grid.orders.sheets",
                column,
                "a column is written column=field, with a field of " + AnswerSheet.fieldNames());
        return field;
    }

    /** @param issuer null for the usual sheet */
    Map<String, String> columnsOf(@Nullable String issuer) {
        List<String> own = issuer == null ? null : sheets.get(issuer);
        if (own == null) {
            return AnswerSheet.USUAL;
        }
        Map<String, String> columns = new LinkedHashMap<>();
        own.forEach(column -> columns.put(column.substring(0, column.lastIndexOf('=')), field(column)));
        return columns;
    }
}

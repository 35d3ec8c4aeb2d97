package io.wangge.intake.imports;

import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.report.FieldFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each column of a table stands for.
 *
 * @param columns one for each column of the table; null for one that is left out
 * @param channel of rows that name none
 * @param nature of rows that name none
 */
public record Mapping(
        List<@Nullable Field> columns,
        @Nullable Channel channel,
        @Nullable Nature nature) {

    /** By the headings; of two columns for the same field the first has it. */
    public static Mapping guess(List<String> headings) {
        Set<Field> taken = new HashSet<>();
        List<@Nullable Field> columns = new ArrayList<>();
        for (String heading : headings) {
            columns.add(Field.guess(heading).filter(taken::add).orElse(null));
        }
        return new Mapping(columns, null, null);
    }

    /** @param headings of the table that it is for */
    public List<FieldFault> faults(List<String> headings) {
        List<FieldFault> faults = new ArrayList<>();
        if (columns.size() > headings.size()) {
            faults.add(new FieldFault("columns", "too-many", Map.of("max", headings.size())));
        }
        Set<Field> taken = new HashSet<>();
        columns.stream()
                .filter(field -> field != null && !taken.add(field))
                .forEach(field -> faults.add(FieldFault.of("columns", "column-twice")));
        if (!taken.contains(Field.TEXT)) {
            faults.add(FieldFault.of("columns", "text-column-needed"));
        }
        if (taken.contains(Field.LONGITUDE) != taken.contains(Field.LATITUDE)) {
            faults.add(FieldFault.of("columns", "both-coordinates-needed"));
        }
        return faults;
    }

    public OptionalInt columnOf(Field field) {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column) == field)
                .findFirst();
    }

    /** The cell of a row for a field; null when there is none or it is empty. */
    @Nullable
    String cell(Row row, Field field) {
        OptionalInt column = columnOf(field);
        String value = column.isEmpty() ? "" : row.cell(column.getAsInt()).strip();
        return value.isEmpty() ? null : value;
    }
}

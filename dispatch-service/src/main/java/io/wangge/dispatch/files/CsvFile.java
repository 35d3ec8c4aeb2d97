package io.wangge.dispatch.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Comma-separated values with a heading. */
record CsvFile(String name, List<Row> rows) {

    /** @throws BadFile at the first thing that is wrong */
    static CsvFile parse(String name, String text) {
        return parse(name, text, fault -> {
            throw fault;
        });
    }

    /** @param faults told of each line that cannot be read; the others are there */
    static CsvFile parse(String name, String text, Consumer<BadFile> faults) {
        List<CsvText.Record> records = records(name, text, faults);
        if (records.isEmpty()) {
            faults.accept(new BadFile(name, 0, "is empty", "文件是空的"));
            return new CsvFile(name, List.of());
        }
        List<String> heading = records.getFirst().cells();
        Set<String> names = new HashSet<>();
        heading.stream()
                .filter(column -> !names.add(column))
                .forEach(column -> faults.accept(
                        new BadFile(name, 1, "column " + column + " stands twice", "列 " + column + " 重复")));
        List<Row> rows = new ArrayList<>();
        for (CsvText.Record record : records.subList(1, records.size())) {
            if (record.cells().size() != heading.size()) {
                faults.accept(new BadFile(
                        name,
                        record.line(),
                        "it has " + record.cells().size() + " values, the heading has " + heading.size(),
                        "有 " + record.cells().size() + " 个值，表头有 " + heading.size() + " 列"));
                continue;
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int column = 0; column < heading.size(); column++) {
                values.put(heading.get(column), record.cells().get(column));
            }
            rows.add(new Row(name, record.line(), values));
        }
        return new CsvFile(name, rows);
    }

    private static List<CsvText.Record> records(String name, String text, Consumer<BadFile> faults) {
        try {
            return CsvText.parse(name, text);
        } catch (BadFile e) {
            faults.accept(e);
            return List.of(new CsvText.Record(1, List.of()));
        }
    }

    /** What each row stands for; one that stands for nothing is told to {@code faults} and left out. */
    <T> List<T> each(Consumer<BadFile> faults, Function<Row, T> meaning) {
        List<T> all = new ArrayList<>();
        for (Row row : rows) {
            try {
                all.add(meaning.apply(row));
            } catch (BadFile e) {
                faults.accept(e);
            }
        }
        return all;
    }

    /** @param line of the file, from 1 */
    record Row(String file, int line, Map<String, String> values) {
        /** The value of a column that must be filled. */
        String text(String column) {
            String value = optional(column);
            if (value == null) {
                throw wrong(column + " is empty", column + " 为空");
            }
            return value;
        }

        @Nullable
        String optional(String column) {
            String value = values.get(column);
            if (value == null) {
                throw wrong("there is no column " + column, "缺少列 " + column);
            }
            return value.isEmpty() ? null : value;
        }

        /** {@code yes} or {@code no}. */
        boolean yes(String column) {
            return switch (text(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw wrong(column + " is neither yes nor no", column + " 应为 yes 或 no");
            };
        }

        /** As {@link #yes}, in a column that older files do not have: then, and where it is empty, no. */
        boolean yesOrNothing(String column) {
            String value = values.get(column);
            return value != null && !value.isEmpty() && yes(column);
        }

        BadFile wrong(String words, String wordsZh) {
            return new BadFile(file, line, words, wordsZh);
        }
    }
}

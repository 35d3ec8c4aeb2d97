package io.wangge.ledger.mongo.figures;

import io.wangge.ledger.figures.FigureShelf.Group;
import io.wangge.ledger.figures.Packing;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;

/**
 * Counts of many rows added up as they are read, and unpacked once for each group, since sums of packed counts are packed
 * sums. A quarter of a district by worker is some hundred thousand cells: as documents they took most of the time. Not for
 * several threads.
 */
final class RowSums {
    private final Packing packing;
    private final Map<Group, Map<String, long[]>> first = new HashMap<>();
    private final Map<Group, Map<String, long[]>> second = new HashMap<>();

    RowSums(Packing packing) {
        this.packing = packing;
    }

    @FunctionalInterface
    interface Sum {
        void add(Group group, Map<String, Long> counts);
    }

    /** Which of the two sums the cells of a closing day go to. */
    @FunctionalInterface
    interface Side {
        boolean isFirst(int lateClosing);
    }

    /** @param field {@code {t: {value: {key: count}}, x20161215: {…}}} */
    void addClosings(RawBsonDocument row, String field, Side side) {
        within(row, field, (unit, reader) -> {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                boolean isFirst = side.isFirst(FigureRows.lateClosing(reader.readName()));
                addValues(unit, isFirst ? first : second, reader);
            }
            reader.readEndDocument();
        });
    }

    /** @param field {@code {value: {key: count}}} */
    void addOpen(RawBsonDocument row, String field, boolean toFirst) {
        within(row, field, (unit, reader) -> addValues(unit, toFirst ? first : second, reader));
    }

    @FunctionalInterface
    private interface Reading {
        void read(String unit, BsonReader reader);
    }

    private static void within(RawBsonDocument row, String field, Reading reading) {
        String unit = row.getString("unit").getValue();
        try (BsonBinaryReader reader = new BsonBinaryReader(row.getByteBuffer().asNIO())) {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (reader.readName().equals(field)) {
                    reading.read(unit, reader);
                } else {
                    reader.skipValue();
                }
            }
        }
    }

    private static void addValues(String unit, Map<Group, Map<String, long[]>> sums, BsonReader reader) {
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            Group group = new Group(unit, FigureRows.plain(reader.readName()));
            addCounts(sums.computeIfAbsent(group, none -> new HashMap<>()), reader);
        }
        reader.readEndDocument();
    }

    private static void addCounts(Map<String, long[]> sums, BsonReader reader) {
        reader.readStartDocument();
        BsonType type;
        while ((type = reader.readBsonType()) != BsonType.END_OF_DOCUMENT) {
            long[] sum = sums.computeIfAbsent(reader.readName(), none -> new long[1]);
            sum[0] += type == BsonType.INT64 ? reader.readInt64() : reader.readInt32();
        }
        reader.readEndDocument();
    }

    /** Each group once at most. */
    void first(Sum to) {
        tell(first, to);
    }

    void second(Sum to) {
        tell(second, to);
    }

    private void tell(Map<Group, Map<String, long[]>> sums, Sum to) {
        sums.forEach((group, packed) -> {
            Map<String, Long> counts = new HashMap<>();
            packed.forEach((key, sum) -> {
                if (sum[0] != 0) {
                    counts.put(key, sum[0]);
                }
            });
            to.add(group, packing.unpacked(counts));
        });
    }
}

package io.wangge.dispatch.http.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.sheet.Sheet;
import io.wangge.kit.store.Stored;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an export of a million rows takes of the heap: asked is that it does not grow with its length. */
@EnabledIfSystemProperty(named = "grid.growth.cases", matches = "\\d+")
class ExportMillionIT {
    private static final int ROWS = Math.min(CaseExport.MOST_ROWS, Integer.getInteger("grid.growth.cases", 0));
    private static final Caller READER = SmallDistrict.staff("reader", Role.HANDLER, "s-env");
    private static final long MOST_GROWTH = 16 << 20;

    private long bytes;
    private long early;
    private long most;

    @ParameterizedTest
    @EnumSource
    void memoryDoesNotGrowWithTheLengthOfAnExport(CaseExport.Format format) throws IOException {
        Stored<Case> one = CaseExportTest.someCase();
        Iterator<Stored<Case>> source = IntStream.range(0, ROWS)
                .mapToObj(n -> {
                    if (n % (ROWS / 10) == ROWS / 20) {
                        look();
                    }
                    return one;
                })
                .iterator();
        long start = System.nanoTime();

        try (Sheet sheet = format.sheet(new Counted())) {
            new CaseExport(CaseExportTest.NO_LISTS, CaseExportTest.VIEWS, () -> CaseExportTest.REFERENCE)
                    .write(source, READER, new CaseRow(SmallDistrict.DIRECTORY), sheet);
            look();
        }

        System.out.printf(
                "%s: %,d rows, %,d bytes in %.1f s; heap in use %,d kB early, %,d kB at most%n",
                format, ROWS, bytes, (System.nanoTime() - start) / 1e9, early >> 10, most >> 10);
        assertThat(most - early).isLessThan(MOST_GROWTH);
    }

    private void look() {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        early = early == 0 ? used : early;
        most = Math.max(most, used);
    }

    private final class Counted extends OutputStream {
        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}

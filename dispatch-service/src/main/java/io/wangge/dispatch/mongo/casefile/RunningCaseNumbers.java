package io.wangge.dispatch.mongo.casefile;

import io.wangge.dispatch.desk.CaseNumbers;
import io.wangge.kit.numbering.NumberBlocks;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** 案号 such as {@code 990100001-20261122-0007}: the unit's code, the day, the running number of that day. */
public final class RunningCaseNumbers implements CaseNumbers {
    private final NumberBlocks blocks;

    public RunningCaseNumbers(NumberBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public String next(String code, LocalDate day) {
        String series = code + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        return "%s-%04d".formatted(series, blocks.next(series));
    }
}

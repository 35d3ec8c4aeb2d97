package io.wangge.intake.imports;

import io.wangge.intake.report.FieldFault;
import java.util.List;

/** A row that became no report, and why. */
public record RowError(Row row, List<FieldFault> faults) {}

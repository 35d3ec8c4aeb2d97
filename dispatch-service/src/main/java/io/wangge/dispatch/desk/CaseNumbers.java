package io.wangge.dispatch.desk;

import java.time.LocalDate;

/** Port: 案号, unique; gaps are allowed. */
public interface CaseNumbers {
    /**
     * @param code of the unit that the number begins with
     * @param day where the district lies
     */
    String next(String code, LocalDate day);
}

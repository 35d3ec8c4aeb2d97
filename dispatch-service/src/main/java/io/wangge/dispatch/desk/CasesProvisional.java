package io.wangge.dispatch.desk;

import java.util.List;

/** Port: open cases with due times that wait for a year's holidays. */
public interface CasesProvisional {
    /**
     * @param year whose calendar settles at least one of its due times
     * @param behind id of the last one seen; empty to begin
     * @return ids in ascending order
     */
    List<String> awaiting(int year, String behind, int atMost);
}

package io.wangge.dispatch.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.dispatch.desk.CaseLists.Tab;
import java.time.Instant;

/**
 * Which cases somebody asks for.
 *
 * @param seesAll whether the caller's scope begins at the top unit: then nothing is gained by looking into it first
 * @param now what is overdue is measured by
 */
public record CaseQuery(Tab tab, Caller caller, boolean seesAll, CaseFilter filter, Instant now) {}

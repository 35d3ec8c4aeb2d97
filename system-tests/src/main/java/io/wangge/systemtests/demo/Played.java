package io.wangge.systemtests.demo;

import io.wangge.systemtests.client.CaseView;
import java.util.List;

/** How a line of the day ended. */
record Played(DayReport report, CaseView end, List<Deed> deeds) {}

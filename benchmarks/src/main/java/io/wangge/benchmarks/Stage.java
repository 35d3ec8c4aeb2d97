package io.wangge.benchmarks;

/** What is timed in a lifecycle. The four calls are the lifecycle's own; the others wait for what a call has set going. */
enum Stage {
    REPORT("上报 report (call)"),
    IN_INBOX("上报→待办 report accepted → in the holder's inbox"),
    ACCEPT("受理 accept (call)"),
    COMPLETE("处置完成 complete (call)"),
    ROUND_OPEN("完成→回访单 completed → round open"),
    OUTCOME("回访结果 outcome (call)"),
    CLOSED("回访→结案 outcome → case closed"),
    ON_BOARD("结案→看板 case closed → on the district's board (a quarter of the callers)"),
    WHOLE("全程 whole lifecycle");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}

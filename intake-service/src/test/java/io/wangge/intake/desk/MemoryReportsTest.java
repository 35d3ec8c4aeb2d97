package io.wangge.intake.desk;

class MemoryReportsTest implements ReportsContract {
    private final MemoryReports memory = new MemoryReports();

    @Override
    public Reports reports() {
        return memory;
    }

    @Override
    public CaseStandings standings() {
        return memory;
    }
}

package io.wangge.ledger.print;

import io.wangge.ledger.bulletin.Table;
import io.wangge.ledger.bulletin.Table.Chart;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Bars beside a table, drawn by the office program from the table's own cells. */
final class BookChart {
    private static final int WIDTH = 8;
    private static final int HEIGHT = 18;

    private BookChart() {}

    static void add(XSSFSheet sheet, Table table, int firstRow) {
        Chart chart = table.chart();
        int rows = table.rows().size();
        if (chart == null || rows == 0) {
            return;
        }
        int left = table.columns().size() + 1;
        XSSFClientAnchor place =
                sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, left, 2, left + WIDTH, 2 + HEIGHT);
        XSSFChart drawn = sheet.createDrawingPatriarch().createChart(place);
        drawn.setTitleText(table.title().zh() + " " + table.title().en());
        drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis names = drawn.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = drawn.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setMinimum(0);
        XDDFBarChartData data = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, names, values);
        data.setBarDirection(BarDirection.COL);
        int last = firstRow + rows - 1;
        for (int column : chart.bars()) {
            XDDFChartData.Series series = data.addSeries(
                    XDDFDataSourcesFactory.fromStringCellRange(
                            sheet, new CellRangeAddress(firstRow, last, chart.labels(), chart.labels())),
                    XDDFDataSourcesFactory.fromNumericCellRange(
                            sheet, new CellRangeAddress(firstRow, last, column, column)));
            series.setTitle(table.columns().get(column).title().zh(), null);
        }
        drawn.plot(data);
    }
}

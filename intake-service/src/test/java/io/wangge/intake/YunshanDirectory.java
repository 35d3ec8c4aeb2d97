package io.wangge.intake;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 云山区 in small: one district, one street, one community, two grids that share the border at 120.12 E. */
public final class YunshanDirectory {
    public static final String WEST = "990100001001001";
    public static final String EAST = "990100001001002";
    public static final String WORKER = "staff-worker-1";
    public static final String OTHER_WORKER = "staff-worker-2";
    public static final String DISPATCHER = "staff-dispatcher-1";
    public static final String STRANGER = "staff-worker-9";
    public static final String HOLDER = "staff-handler-1";

    public static final String AGENT = "staff-hotline-agent-1";
    public static final String OTHER_AGENT = "staff-hotline-agent-2";
    public static final String CALLBACK_CLERK = "staff-callback-clerk-1";
    public static final String INSPECTOR = "staff-inspector-1";
    public static final String LEADER = "staff-leader-1";
    public static final String ADMIN = "staff-admin-1";

    private YunshanDirectory() {}

    public static Directory directory() {
        return directory(1);
    }

    public static Directory directory(long version) {
        return Directory.of(items(version));
    }

    public static List<Item> items(long version) {
        List<Item> items = new ArrayList<>();
        items.add(new LadderItem(
                "ladder",
                version,
                new Ladder(
                        List.of(
                                new Level("BLOCK", "网格", "Block"),
                                new Level("COMMUNITY", "社区", "Community"),
                                new Level("STREET", "街道", "Street"),
                                new Level("DISTRICT", "区", "District")),
                        Map.of("small", "COMMUNITY", "big", "STREET", "district", "DISTRICT"))));
        items.add(unit("d", version, "云山区", "DISTRICT", null, List.of("d")));
        items.add(unit("s1", version, "望江街道", "STREET", "d", List.of("d", "s1")));
        items.add(unit("s2", version, "青石街道", "STREET", "d", List.of("d", "s2")));
        items.add(unit("c1", version, "江滨社区", "COMMUNITY", "s1", List.of("d", "s1", "c1")));
        items.add(unit("g1", version, "第一网格", "BLOCK", "c1", List.of("d", "s1", "c1", "g1")));
        items.add(unit("g2", version, "第二网格", "BLOCK", "c1", List.of("d", "s1", "c1", "g2")));
        items.add(grid("g2", version, EAST, 120.12, 120.14));
        items.add(grid("g1", version, WEST, 120.10, 120.12));
        items.add(staff(WORKER, version, Role.GRID_WORKER, "g1"));
        items.add(staff(OTHER_WORKER, version, Role.GRID_WORKER, "g2"));
        items.add(staff(DISPATCHER, version, Role.DISPATCHER, "s1"));
        items.add(staff(STRANGER, version, Role.GRID_WORKER, "s2"));
        items.add(staff(INSPECTOR, version, Role.INSPECTOR, "s1"));
        items.add(staff(LEADER, version, Role.LEADER, "d"));
        items.add(staff(ADMIN, version, Role.ADMIN, "d"));
        items.add(staff(HOLDER, version, Role.HANDLER, "c1"));
        items.add(staff(AGENT, version, Role.HOTLINE_AGENT, "d"));
        items.add(staff(OTHER_AGENT, version, Role.HOTLINE_AGENT, "d"));
        items.add(staff(CALLBACK_CLERK, version, Role.CALLBACK_CLERK, "s1"));
        items.add(category("0102", version, "市容环境", "暴露垃圾", "成堆成片垃圾未入容器"));
        items.add(category("0601", version, "公用设施", "井盖缺失破损", "井盖缺失、破损、移位"));
        items.add(category("0602", version, "公用设施", "路灯不亮", "路灯不亮或昼亮"));
        return items;
    }

    public static Caller caller(String staffId) {
        return directory().caller(staffId).orElseThrow();
    }

    public static GridItem grid(String unitId, long version, String code, double west, double east) {
        return new GridItem(
                unitId,
                version,
                code,
                List.of(List.of(
                        List.of(west, 30.20),
                        List.of(east, 30.20),
                        List.of(east, 30.22),
                        List.of(west, 30.22),
                        List.of(west, 30.20))));
    }

    private static CategoryItem category(
            String id, long version, String classZh, String subclassZh, String filingCondition) {
        return category(id, version, "EVENT", classZh, subclassZh, filingCondition);
    }

    public static CategoryItem category(
            String id, long version, String kind, String classZh, String subclassZh, String filingCondition) {
        LimitItem limit = new LimitItem(1, "WORKDAY");
        return new CategoryItem(
                id,
                version,
                kind,
                classZh,
                subclassZh,
                classZh,
                subclassZh,
                "small",
                "COMMUNITY",
                "市政",
                limit,
                limit,
                false,
                false,
                false,
                filingCondition,
                "",
                false);
    }

    private static UnitItem unit(String id, long version, String name, String level, String parent, List<String> path) {
        return new UnitItem(id, version, name, name, level, null, parent, null, path);
    }

    private static StaffItem staff(String id, long version, Role role, String unit) {
        return new StaffItem(id, version, id, List.of(new Grant(role, List.of(unit))));
    }
}

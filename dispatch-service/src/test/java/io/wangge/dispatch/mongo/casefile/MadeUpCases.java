package io.wangge.dispatch.mongo.casefile;

import io.wangge.contracts.casefile.CaseState;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.kit.search.SearchTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;

/**
 * Cases of a district of 10 streets with 10 communities of 10 grids each and 10 departments a street: 95 in a hundred are
 * closed, one in ten of the open ones is overdue, few categories are common and most are rare.
 */
final class MadeUpCases {
    static final Instant NOW = SmallDistrict.MORNING;
    static final String[] LEVELS = {"BLOCK", "COMMUNITY", "STREET", "DISTRICT"};
    static final String RARE_CATEGORY = "9901";

    private static final String[] PLACES = {
        "望江路", "青石巷", "人民广场", "滨河公园", "幸福小区", "新村菜场", "解放大道", "火车东站", "实验小学", "工人新村", "南山桥", "钱塘里"
    };
    private static final String[] MATTERS = {
        "井盖破损", "垃圾堆放", "路灯不亮", "电梯困人", "占道经营", "违章停车", "噪音扰民", "污水外溢", "树木倒伏", "楼道杂物", "油烟扰民", "宠物伤人", "消防通道堵塞",
        "墙体脱落", "自来水停水"
    };
    private static final String[] REQUESTS = {"请尽快处理", "已经三天没人管", "影响老人出行", "希望有关部门重视", "请回复处理结果", "多次反映没有结果"};

    private final Document pattern =
            Shelf.document(Shelf.open("pattern", "0103", "code-g1", "样本", "worker-1", SmallDistrict.MORNING));

    static String id(int n) {
        return "%08d-0000-7000-8000-000000000000".formatted(n);
    }

    String place(Random random) {
        return PLACES[random.nextInt(PLACES.length)];
    }

    String matter(Random random) {
        return MATTERS[random.nextInt(MATTERS.length)];
    }

    /** Of a hundred categories the common ones come up far more often. */
    String category(Random random) {
        int rank = (int) (100 * Math.pow(random.nextDouble(), 3));
        return "%02d%02d".formatted(rank / 10 + 1, rank % 10);
    }

    List<String> territory(Random random) {
        String street = "s" + random.nextInt(10);
        String community = street + "-c" + random.nextInt(10);
        return List.of("d", street, community, community + "-g" + random.nextInt(10));
    }

    Document document(int n, Random random) {
        List<String> territory = territory(random);
        List<String> department = List.of("d", territory.get(1), territory.get(1) + "-d" + random.nextInt(10));
        CaseState state = state(random);
        Instant opened = NOW.minusSeconds(random.nextInt(365 * 24 * 3600));
        boolean late = random.nextInt(10) == 0;
        long order = state == CaseState.CLOSED
                ? 100_000_000_000_000L - opened.plus(Duration.ofDays(2)).toEpochMilli()
                : NOW.plusSeconds((late ? -1 : 1) * random.nextInt(5 * 24 * 3600))
                        .toEpochMilli();
        String text = place(random) + random.nextInt(300) + "号" + matter(random) + "，" + REQUESTS[random.nextInt(6)];
        List<String> scope = new ArrayList<>(territory);
        scope.add(department.getLast());

        Document document = new Document(pattern);
        Document begun = new Document(pattern.get("opened", Document.class));
        begun.append("caseNumber", "N-" + n)
                .append("trackingNumber", "T-" + n)
                .append("territoryPath", territory)
                .append("gridCode", "code-" + territory.getLast())
                .append("text", text)
                .append("firstReceiver", new Document("kind", "STAFF").append("id", "worker-" + random.nextInt(2000)));
        document.append("_id", id(n))
                .append("opened", begun)
                .append("openedAt", Date.from(opened))
                .append("state", state.name())
                .append("category", n % 50_000 == 7 ? RARE_CATEGORY : category(random))
                .append("scopeUnits", scope)
                .append("scopeMarks", ScopeMarks.of(scope))
                .append("holderUnits", department)
                .append("terms", List.copyOf(SearchTerms.of(text)))
                .append("order", order);
        document.remove("inbox");
        document.remove("level");
        document.remove("lateFrom");
        if (state != CaseState.PENDING_DISPATCH) {
            String level = LEVELS[1 + (int) (3 * Math.pow(random.nextDouble(), 2))];
            document.append("level", level);
            scope.add(ListKeys.ofLevel(level));
        }
        if (late || (state == CaseState.IN_PROGRESS || state == CaseState.PENDING_ACCEPTANCE)) {
            document.append("lateFrom", new Date(late ? NOW.minusSeconds(3_600).toEpochMilli() : order));
        }
        switch (state) {
            case PENDING_ACCEPTANCE, IN_PROGRESS ->
                document.append("inbox", department.stream().map("H:"::concat).toList());
            case PENDING_DISPATCH ->
                document.append("inbox", territory.stream().map("D:"::concat).toList());
            default -> {
                // waits for nobody's desk
            }
        }
        return document;
    }

    private static CaseState state(Random random) {
        int of1000 = random.nextInt(1000);
        if (of1000 >= 50) {
            return CaseState.CLOSED;
        }
        if (of1000 < 3) {
            return CaseState.PENDING_DISPATCH;
        }
        if (of1000 < 13) {
            return CaseState.PENDING_ACCEPTANCE;
        }
        if (of1000 < 14) {
            return CaseState.PENDING_DECISION;
        }
        return of1000 < 23 ? CaseState.PENDING_CALLBACK : CaseState.IN_PROGRESS;
    }
}

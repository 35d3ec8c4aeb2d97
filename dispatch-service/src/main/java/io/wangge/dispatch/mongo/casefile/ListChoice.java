package io.wangge.dispatch.mongo.casefile;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import io.wangge.dispatch.desk.CaseLists.Tab;
import io.wangge.dispatch.desk.CaseQuery;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Chooses between two ways to find a list by a look at how long they are: in the keys of an index, up to a bound, which
 * costs a millisecond or two where the wrong way costs hundreds.
 */
final class ListChoice {
    /** So many cases are fetched and looked at in some 20 ms; what has more comes up often enough in a range. */
    private static final int RARE = 2_000;

    /** Counted for each word of a question, so less far. */
    private static final int FREQUENT = 500;

    /** Passing over the keys of a frequent word takes as long as fetching so many cases: a range up to this is shorter. */
    private static final int SHORT_RANGE = 2_000;

    private final MongoCollection<Document> cases;

    private final int rare;
    private final int shortRange;

    ListChoice(MongoCollection<Document> cases) {
        this(cases, RARE, SHORT_RANGE);
    }

    ListChoice(MongoCollection<Document> cases, int rare, int shortRange) {
        this.cases = cases;
        this.rare = rare;
        this.shortRange = shortRange;
    }

    ListPlan of(CaseQuery query) {
        ListPlan plan = ListPlan.of(query);
        if (plan.index().equals(CaseMigrations.TERMS)) {
            return byWords(query);
        }
        if (plan.seeksCategoryInScope(query)) {
            Bson category = Filters.in(CaseMapper.CATEGORY, query.filter().categories());
            if (few(category, CaseMigrations.CATEGORY, rare)) {
                return ListPlan.ofRareCategory(query);
            }
        }
        return plan.seeksLevelInScope(query) ? byLevel(query, plan) : plan;
    }

    /** Who sees everything has the level's own range; others do where it is short. */
    private ListPlan byLevel(CaseQuery query, ListPlan plan) {
        ListPlan level = ListPlan.ofLevel(query);
        boolean better = query.seesAll()
                || few(ListPlan.rangeFilter(query.in(ListPlan.levelRange(query))), CaseMigrations.SCOPE, rare);
        return better ? level : plan;
    }

    private ListPlan byWords(CaseQuery query) {
        String rarest = "";
        long fewest = Long.MAX_VALUE;
        int frequent = Math.min(rare, FREQUENT);
        for (String term : query.filter().terms()) {
            long texts = count(Filters.eq(CaseMapper.TERMS, term), CaseMigrations.TERMS, frequent);
            if (texts < fewest) {
                rarest = term;
                fewest = texts;
            }
        }
        boolean wholeDistrict = query.tab() == Tab.ALL && query.seesAll() && query.withinIsScope();
        boolean alongRange = fewest >= frequent
                && !wholeDistrict
                && few(ListPlan.rangeFilter(query), ListPlan.rangeOf(query), shortRange);
        return alongRange ? ListPlan.ofWordsInRange(query) : ListPlan.ofWords(query, Set.of(rarest));
    }

    private boolean few(Bson range, String index, int bound) {
        return count(range, index, bound) < bound;
    }

    private long count(Bson range, String index, int bound) {
        return cases.countDocuments(range, new CountOptions().limit(bound).hintString(index));
    }
}

package io.wangge.dispatch.escalation;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.routing.LeadUnits;
import java.util.Optional;

/** 提级: the way up from a holder. */
public final class Climb {
    private final Directory directory;
    private final LeadUnits leadUnits;

    public Climb(Directory directory) {
        this.directory = directory;
        this.leadUnits = new LeadUnits(directory);
    }

    /**
     * The unit one level up: the department of the category's kind there, else the territorial unit itself. Levels that
     * this branch of the organisation does not have are passed over. Empty at the top.
     */
    public Optional<UnitItem> oneUp(Hold holder, CategoryItem category) {
        Ladder ladder = directory.ladder();
        Optional<Level> level = ladder.above(holder.level());
        while (level.isPresent()) {
            String code = level.get().code();
            Optional<UnitItem> unit = at(holder, code, category);
            if (unit.isPresent()) {
                return unit;
            }
            level = ladder.above(code);
        }
        return Optional.empty();
    }

    /** The unit that leads at exactly this level: the department of the category's kind, else the territorial unit. */
    public Optional<UnitItem> at(Hold holder, String level, CategoryItem category) {
        return leadUnits
                .at(holder.unitPath(), level, category.leadKind())
                .or(() -> leadUnits.territorial(holder.unitPath(), level));
    }

    /** 小事不出社区, 大事不出街道: the highest level that matters of this scale reach. */
    public Level ceilingOf(CategoryItem category) {
        return directory.ladder().ceilingOf(category.scale());
    }

    /** Whether {@code level} is where the matter has to stay. */
    public boolean isAtCeiling(String level, CategoryItem category) {
        return !directory.ladder().isBelow(level, ceilingOf(category).code());
    }
}

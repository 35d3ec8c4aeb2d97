package io.wangge.dispatch.casefile;

import io.wangge.dispatch.casefile.Proceedings.Criticism;
import io.wangge.dispatch.casefile.Proceedings.Effort;
import io.wangge.dispatch.casefile.Proceedings.Extensions;
import io.wangge.dispatch.casefile.Proceedings.Fired;
import io.wangge.dispatch.casefile.Proceedings.HardCase;
import io.wangge.dispatch.casefile.Proceedings.HelperTask;
import io.wangge.dispatch.casefile.Proceedings.Joined;
import io.wangge.dispatch.casefile.Proceedings.Merge;
import io.wangge.dispatch.casefile.Proceedings.Returns;
import io.wangge.dispatch.casefile.Proceedings.Sponsor;
import io.wangge.dispatch.casefile.Proceedings.Supervision;
import io.wangge.dispatch.casefile.Proceedings.Suspension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of what goes on beside the hold: a copy of its fields that {@link CaseChange} changes. */
final class ProceedingsChange {
    Effort effort;
    List<Fired> fired;
    Extensions extensions;

    @Nullable
    Suspension suspension;

    @Nullable
    String doerId;

    Returns returns;
    Supervision supervision;
    int faults;
    List<HelperTask> tasks;

    @Nullable
    Sponsor sponsor;

    @Nullable
    Merge merge;

    List<Joined> joined;

    @Nullable
    HardCase hardCase;

    List<String> notDuplicates;

    @Nullable
    Criticism criticism;

    @Nullable
    Boolean forHardCaseDesk;

    ProceedingsChange(Proceedings before) {
        effort = before.effort();
        fired = before.fired();
        extensions = before.extensions();
        suspension = before.suspension();
        doerId = before.doerId();
        returns = before.returns();
        supervision = before.supervision();
        faults = before.faults();
        tasks = before.tasks();
        sponsor = before.sponsor();
        merge = before.merge();
        joined = before.joined();
        hardCase = before.hardCase();
        notDuplicates = before.notDuplicates();
        criticism = before.criticism();
        forHardCaseDesk = before.forHardCaseDesk();
    }

    Proceedings changed() {
        return new Proceedings(
                effort,
                fired,
                extensions,
                suspension,
                doerId,
                returns,
                supervision,
                faults,
                tasks,
                sponsor,
                merge,
                joined,
                hardCase,
                notDuplicates,
                criticism,
                forHardCaseDesk);
    }
}

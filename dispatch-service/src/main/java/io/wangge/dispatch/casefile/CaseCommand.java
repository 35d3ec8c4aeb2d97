package io.wangge.dispatch.casefile;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.SuperiorOrder;
import io.wangge.contracts.directory.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a case may be asked to do. */
public sealed interface CaseCommand {

    /** @param caller with the roles of this moment */
    record ByStaff(Caller caller, StaffCommand what) implements CaseCommand {}

    /**
     * A callback round ended.
     *
     * @param settled null when nobody was reached
     * @param grade the worst given; null when nobody was reached
     * @param unitAtFault said by a clerk when the matter is not settled or the resident unsatisfied
     */
    record CallbackAnswered(
            String roundId,
            boolean reached,
            @Nullable Boolean settled,
            @Nullable Grade grade,
            @Nullable Boolean unitAtFault)
            implements CaseCommand {}

    /** The moment of at least one of its steps has come. */
    record TimeCame() implements CaseCommand {}

    /** The holidays of a year that it reaches into may be published. */
    record YearPublished() implements CaseCommand {}

    /**
     * 并案: it carries another case from now on.
     *
     * @param residentIds who stood behind the other
     * @param order of a superior that the other answers; null for none
     */
    record Join(
            Caller caller,
            String caseId,
            List<String> residentIds,
            @Nullable SuperiorOrder order) implements CaseCommand {}

    /** The merge is undone. */
    record Part(Caller caller, String caseId) implements CaseCommand {}
}

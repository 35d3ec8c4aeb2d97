package io.wangge.dispatch.casefile;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.casefile.CaseEvent.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member of staff may want of a case. */
public sealed interface StaffCommand {
    Action action();

    /** 受理. */
    record Accept() implements StaffCommand {
        @Override
        public Action action() {
            return Action.ACCEPT;
        }
    }

    /** 回退: sent back to the dispatcher. */
    record Return(String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.RETURN;
        }
    }

    /** 提级上报: one level up. @param tried what was done at this level so far */
    record Escalate(String reason, Erasable tried) implements StaffCommand {
        @Override
        public Action action() {
            return Action.ESCALATE;
        }
    }

    /** 下派: to a unit below the holder. */
    record HandDown(String unitId, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.HAND_DOWN;
        }
    }

    /** 处置完成. */
    record Complete(Erasable text, List<String> attachmentIds) implements StaffCommand {
        @Override
        public Action action() {
            return Action.COMPLETE;
        }
    }

    /** 派遣 by a person. @param category null to keep the one that the case has */
    record Dispatch(String unitId, @Nullable String category) implements StaffCommand {
        @Override
        public Action action() {
            return Action.DISPATCH;
        }
    }

    /** 裁定. */
    record Decide(Decision decision, String reason) implements StaffCommand {
        @Override
        public Action action() {
            return Action.DECIDE;
        }
    }

    record Comment(Erasable text) implements StaffCommand {
        @Override
        public Action action() {
            return Action.COMMENT;
        }
    }
}

package io.wangge.contracts.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Event;

/** Events of the stream {@code sanction/ID}: what was imposed is never changed, only revoked. */
public sealed interface SanctionEvent extends Event {
    String sanctionId();

    String caseId();

    /** By weight. */
    enum Kind {
        /** 谈话诫勉. */
        ADMONITION,
        /** 调整岗位. */
        TRANSFER,
        /** 降职免职. */
        DEMOTION
    }

    /**
     * 问责处理.
     *
     * @param staffId who is sanctioned
     * @param unitId for which that one works
     * @param decidedBy the body or leader that decided, as published
     * @param reason published
     */
    record SanctionImposed(
            String sanctionId,
            String caseId,
            String staffId,
            String unitId,
            Kind kind,
            String decidedBy,
            String reason,
            Actor by)
            implements SanctionEvent {}

    /** 撤销. @param reason published */
    record SanctionRevoked(String sanctionId, String caseId, String reason, Actor by) implements SanctionEvent {}
}

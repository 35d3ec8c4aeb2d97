package io.wangge.contracts.directory;

/** What a member of staff may do, always scoped to units. */
public enum Role {
    GRID_WORKER,
    GRID_HEAD,
    COMMUNITY_CLERK,
    HANDLER,
    DISPATCHER,
    CALLBACK_CLERK,
    HOTLINE_AGENT,
    INSPECTOR,
    LEADER,
    AUDITOR,
    ADMIN
}

package io.wangge.gateway.http;

import io.wangge.contracts.directory.Role;

/** Roles as people call them (the glossary of the domain). */
record RoleNames(String zh, String en) {
    static RoleNames of(Role role) {
        return switch (role) {
            case GRID_WORKER -> new RoleNames("网格员", "Grid worker");
            case GRID_HEAD -> new RoleNames("网格长", "Grid head");
            case COMMUNITY_CLERK -> new RoleNames("社区受理员", "Community clerk");
            case HANDLER -> new RoleNames("部门经办人", "Handler");
            case DISPATCHER -> new RoleNames("派遣员", "Dispatcher");
            case CALLBACK_CLERK -> new RoleNames("回访员", "Callback clerk");
            case HOTLINE_AGENT -> new RoleNames("坐席员", "Hotline agent");
            case INSPECTOR -> new RoleNames("督查员", "Inspector");
            case LEADER -> new RoleNames("分管领导", "Leader");
            case AUDITOR -> new RoleNames("审计", "Auditor");
            case ADMIN -> new RoleNames("管理员", "Administrator");
        };
    }
}

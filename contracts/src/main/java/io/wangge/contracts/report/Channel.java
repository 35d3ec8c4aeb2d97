package io.wangge.contracts.report;

/** The way by which a report came in. */
public enum Channel {
    GRID_WORKER,
    HOTLINE,
    WECHAT,
    WEB,
    OPEN311,
    VISIT,
    RECEPTION,
    PATROL,
    SENSOR,
    SUPERIOR_ORDER,
    MEDIA
}

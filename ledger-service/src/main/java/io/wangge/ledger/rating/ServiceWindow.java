package io.wangge.ledger.rating;

/**
 * 服务窗口: what its device shows.
 *
 * @param staffId who sits there now
 * @param staffNumber as on their badge
 */
public record ServiceWindow(
        String id, String nameZh, String nameEn, String unitId, String staffId, String staffNumber) {}

package io.wangge.intake.hotline;

/**
 * 线路: one of the numbers that were merged into the hotline.
 *
 * @param number as the telephone system names it
 * @param unitId whose line it was, and whom its calls concern
 * @param closed no longer in use, kept for old calls
 */
public record Line(String number, String nameZh, String nameEn, String unitId, boolean closed) {}

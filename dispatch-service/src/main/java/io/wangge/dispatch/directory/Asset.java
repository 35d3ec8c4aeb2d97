package io.wangge.dispatch.directory;

import io.wangge.contracts.GeoPoint;

/**
 * 部件: a thing that belongs to somebody, such as a lamp or a manhole cover.
 *
 * @param id as it is written on it
 * @param category four digits of a subclass of kind ASSET
 * @param ownerId 权属单位: the unit that has to mend it
 */
public record Asset(String id, String category, String nameZh, GeoPoint point, String ownerId) {}

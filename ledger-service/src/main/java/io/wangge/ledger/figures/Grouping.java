package io.wangge.ledger.figures;

/** What figures are asked by. */
public enum Grouping {
    TOTAL(Dimension.ALL),
    /** The units directly below, or those of one level. */
    UNIT(Dimension.ALL),
    LEVEL(Dimension.LEVEL),
    /** 首问责任人: who took the matter in. */
    WORKER(Dimension.WORKER),
    CATEGORY(Dimension.CATEGORY),
    /** 事件 or 部件, by the category table of the moment. */
    KIND(Dimension.CATEGORY),
    GRID(Dimension.ALL),
    CHANNEL(Dimension.CHANNEL);

    private final Dimension dimension;

    Grouping(Dimension dimension) {
        this.dimension = dimension;
    }

    Dimension dimension() {
        return dimension;
    }
}

package io.wangge.contracts.callback;

/** 四级评价: the resident's grade, best first. */
public enum Grade {
    VERY_SATISFIED,
    SATISFIED,
    FAIR,
    UNSATISFIED
}

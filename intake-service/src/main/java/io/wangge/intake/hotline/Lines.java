package io.wangge.intake.hotline;

import java.util.List;

/** Which lines there are. */
public interface Lines {
    /** By number, closed ones too. */
    List<Line> all();

    void put(Line line);
}

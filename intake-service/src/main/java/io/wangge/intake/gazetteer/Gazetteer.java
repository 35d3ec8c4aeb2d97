package io.wangge.intake.gazetteer;

import io.wangge.contracts.GeoPoint;
import java.util.List;
import java.util.Set;

/** The places of the present edition. */
public interface Gazetteer {
    /** Takes the place of all that was there, as a whole: nobody finds half of it. */
    void replace(long edition, List<Place> places);

    long edition();

    /** Whose key begins so. */
    List<Place> beginning(String start, int atMost);

    /** That have all these terms. */
    List<Place> holding(Set<String> terms, int atMost);

    /** The nearest first, not farther than that. */
    List<Place> near(GeoPoint position, int metres, int atMost);
}

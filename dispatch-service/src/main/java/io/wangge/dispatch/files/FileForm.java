package io.wangge.dispatch.files;

/** How reference data looks in a file. */
public enum FileForm {
    /** UTF-8 (GB 18030 is read too), with a heading. */
    CSV("text/csv;charset=UTF-8", "csv"),
    /** Grids only. */
    GEOJSON("application/geo+json", "geojson"),
    /** The form of drafts, for every kind. */
    JSON("application/json", "json");

    private final String mediaType;
    private final String ending;

    FileForm(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of the file's name, without the dot; also its name in addresses. */
    public String ending() {
        return ending;
    }
}

package io.wangge.kit.migration;

import java.util.List;
import org.bson.Document;

/**
 * One numbered change, as database commands (createIndexes, create, collMod, update, …), so that its checksum can be
 * taken from what it does. Once landed it is never edited: add the next number.
 *
 * @param title what it is for, with the query that needs it
 */
public record Migration(int number, String title, List<Document> commands) {}

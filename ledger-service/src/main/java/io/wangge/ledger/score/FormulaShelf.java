package io.wangge.ledger.score;

import java.util.List;
import java.util.Optional;

/** Where formulae stand. */
public interface FormulaShelf {
    /** Of all formulae, by id and version. */
    List<Edition> editions();

    Optional<Draft> draft(String formulaId);

    List<Draft> drafts();

    /** @param draft with the revision after the one that the caller saw @return whether nobody was faster */
    boolean put(Draft draft);

    /** @return whether it stood there at this revision */
    boolean dropDraft(String formulaId, long revision);

    /** @return whether nobody was faster with this version */
    boolean add(Edition edition);
}

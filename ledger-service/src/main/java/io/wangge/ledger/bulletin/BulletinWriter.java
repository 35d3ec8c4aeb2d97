package io.wangge.ledger.bulletin;

import java.util.List;

/** Says what stands in a bulletin of one kind. */
interface BulletinWriter {
    List<Table> tables(Making making);
}

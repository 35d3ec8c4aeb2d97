package io.wangge.gateway.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.wangge.gateway.account.Account;
import io.wangge.gateway.account.Accounts;
import io.wangge.kit.store.Inserts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** {@code accounts}: {@code _id} = user name. Who tried what on it stands in {@code sign_ins}. */
public final class MongoAccounts implements Accounts {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> accounts;

    public MongoAccounts(MongoDatabase database) {
        this.accounts = database.getCollection(MongoCollections.ACCOUNTS);
    }

    @Override
    public Optional<Account> find(String username) {
        return Optional.ofNullable(accounts.find(Filters.eq("_id", username)).first())
                .map(MongoAccounts::account);
    }

    @Override
    public List<Account> ofStaff(String staffId) {
        return accounts.find(Filters.eq("staffId", staffId))
                .sort(Sorts.ascending("_id"))
                .map(MongoAccounts::account)
                .into(new ArrayList<>());
    }

    @Override
    public boolean any() {
        return accounts.find().projection(Projections.include("_id")).first() != null;
    }

    @Override
    public boolean add(Account account) {
        return Inserts.first(accounts, document(account));
    }

    public List<Account> all() {
        return accounts.find().map(MongoAccounts::account).into(new ArrayList<>());
    }

    /** Adds or replaces; the same again changes nothing. */
    public void put(Collection<Account> wanted) {
        if (!wanted.isEmpty()) {
            accounts.bulkWrite(
                    wanted.stream()
                            .map(account -> new ReplaceOneModel<>(
                                    Filters.eq("_id", account.username()), document(account), UPSERT))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    private static Document document(Account account) {
        Document document = new Document("_id", account.username()).append("staffId", account.staffId());
        return account.passwordHash() == null ? document : document.append("passwordHash", account.passwordHash());
    }

    private static Account account(Document document) {
        return new Account(
                document.getString("_id"), document.getString("staffId"), document.getString("passwordHash"));
    }
}

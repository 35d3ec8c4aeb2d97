package io.wangge.dispatch.mongo.reference;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.dispatch.reference.DraftShelfContract;
import io.wangge.localstack.TestBackend;
import org.junit.jupiter.api.AfterAll;

class MongoDraftShelfIT implements DraftShelfContract {
    private static final TestBackend BACKEND = TestBackend.shared();
    private static final MongoClient CLIENT = MongoClients.create(BACKEND.mongoUri());

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    public Shelf emptyShelf() {
        MongoDatabase database = CLIENT.getDatabase(BACKEND.freshDatabase());
        ReferenceMigrations.indexes(1).commands().forEach(database::runCommand);
        MongoReferenceLibrary library = new MongoReferenceLibrary(CLIENT, database);
        return new Shelf(new MongoDraftShelf(database, library), library);
    }
}

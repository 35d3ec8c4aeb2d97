package io.wangge.gateway.signing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.wangge.gateway.mongo.MongoKeyStore;
import io.wangge.localstack.TestBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class GatewayKeysIT implements GatewayKeysContract {
    private static MongoClient mongo;

    @BeforeAll
    static void connect() {
        mongo = MongoClients.create(TestBackend.shared().mongoUri());
    }

    @AfterAll
    static void disconnect() {
        mongo.close();
    }

    @Override
    public KeyStore store() {
        return new MongoKeyStore(mongo.getDatabase(TestBackend.shared().freshDatabase()));
    }
}

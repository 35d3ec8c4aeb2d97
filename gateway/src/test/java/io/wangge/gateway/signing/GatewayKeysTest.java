package io.wangge.gateway.signing;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

class GatewayKeysTest implements GatewayKeysContract {
    @Override
    public KeyStore store() {
        var keys = new ConcurrentSkipListMap<Long, KeyStore.StoredKey>();
        return new KeyStore() {
            @Override
            public List<StoredKey> all() {
                return List.copyOf(keys.values());
            }

            @Override
            public boolean add(StoredKey key) {
                return keys.putIfAbsent(key.number(), key) == null;
            }

            @Override
            public void remove(long number) {
                keys.remove(number);
            }
        };
    }
}

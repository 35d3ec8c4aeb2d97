# Starts mongod as one member of the replica set, with authentication. Secrets are mounted with the owner and mode that they
# have on the host; mongod accepts a key file of its own user and nobody else's only.
set -eu
install -m 400 -o mongodb -g mongodb /run/secrets/mongo-keyfile /data/configdb/keyfile
MONGO_INITDB_ROOT_PASSWORD=$(cat /run/secrets/mongo-root-password)
export MONGO_INITDB_ROOT_USERNAME=root MONGO_INITDB_ROOT_PASSWORD
exec docker-entrypoint.sh mongod --replSet grid --keyFile /data/configdb/keyfile --bind_ip_all --wiredTigerCacheSizeGB 0.5 --oplogSize 990

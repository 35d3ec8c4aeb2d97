package io.wangge.localstack;

/** A mongod that is a replica set of one node, so that it has transactions and change streams. */
public interface MongoServer extends Server {

    /** A connection string without a database name. */
    String uri();
}

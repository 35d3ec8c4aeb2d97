// Healthy is a mongod that takes writes. A new one must be told once that it is a replica set of its own.
const fs = require('fs');

const password = fs.readFileSync('/run/secrets/mongo-root-password', 'utf8').trim();
const admin = connect(`mongodb://root:${password}@127.0.0.1:27017/admin?directConnection=true`);
const hello = admin.runCommand({ hello: 1 });
if (!hello.setName) {
  admin.adminCommand({ replSetInitiate: { _id: 'grid', members: [{ _id: 0, host: 'mongo:27017' }] } });
}
quit(hello.isWritablePrimary && hello.setName ? 0 : 1);

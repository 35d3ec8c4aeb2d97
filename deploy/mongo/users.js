// Runs once, on an empty data folder: each service is let into its own database and no other.
const fs = require('fs');

const databases = {
  'gateway': 'grid_gateway',
  'intake-service': 'grid_intake',
  'dispatch-service': 'grid_dispatch',
  'ledger-service': 'grid_ledger',
};

for (const [service, database] of Object.entries(databases)) {
  db.getSiblingDB('admin').createUser({
    user: service,
    pwd: fs.readFileSync(`/run/secrets/mongo-${service}-password`, 'utf8').trim(),
    // dbAdmin besides: migrations change collections.
    roles: [{ role: 'readWrite', db: database }, { role: 'dbAdmin', db: database }],
  });
}

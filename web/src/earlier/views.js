import { bulletinsView } from './views/bulletins.js';
import { importsView } from './views/imports.js';
import { ledgerView } from './views/ledger.js';
import { ordersView } from './views/orders.js';

/** The rooms that still stand in plain modules: `view(stage, context)` fills the stage and answers how to leave it. */
export const VIEWS = {
  ledger: ledgerView, bulletins: bulletinsView, orders: ordersView, imports: importsView,
};

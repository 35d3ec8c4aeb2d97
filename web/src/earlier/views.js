import { bulletinsView } from './views/bulletins.js';
import { hotlineView } from './views/hotline.js';
import { ledgerView } from './views/ledger.js';
import { noticesView } from './views/notices.js';
import { ordersView } from './views/orders.js';
import { reportView } from './views/report.js';

/** The rooms that still stand in plain modules: `view(stage, context)` fills the stage and answers how to leave it. */
export const VIEWS = {
  report: reportView, ledger: ledgerView, bulletins: bulletinsView,
  hotline: hotlineView, orders: ordersView, notices: noticesView,
};

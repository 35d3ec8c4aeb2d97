import { createRouter, createWebHashHistory } from 'vue-router';
import Home from './Home.vue';
import GridPage from './grid/GridPage.vue';
import Me from './Me.vue';
import Outbox from './queue/Outbox.vue';
import ReportForm from './report/ReportForm.vue';
import TaskPage from './tasks/TaskPage.vue';
import VisitPage from './tasks/VisitPage.vue';

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: Home },
    { path: '/report', name: 'report', component: ReportForm },
    { path: '/queue', name: 'queue', component: Outbox },
    { path: '/task/:id', name: 'task', component: TaskPage, props: true },
    { path: '/visit/:id', name: 'visit', component: VisitPage, props: true },
    { path: '/grid', name: 'grid', component: GridPage },
    { path: '/me', name: 'me', component: Me },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

import { createPinia } from 'pinia';
import { createApp } from 'vue';
import '../look/tokens.css';
import './field.css';
import { speak } from '../words/language';
import App from './App.vue';
import { router } from './router';

const rooms = import.meta.glob('./**/words.ts', { eager: true, import: 'default' });

createApp(App).use(createPinia()).use(speak(rooms)).use(router).mount('#app');

if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' });

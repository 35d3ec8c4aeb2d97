import { createPinia } from 'pinia';
import { createApp } from 'vue';
import '../look/tokens.css';
import '../look/desk.css';
import { speak } from '../words/language';
import App from './App.vue';
import { router } from './router';

const rooms = import.meta.glob('./**/words.ts', { eager: true, import: 'default' });

createApp(App).use(createPinia()).use(speak(rooms)).use(router).mount('#app');

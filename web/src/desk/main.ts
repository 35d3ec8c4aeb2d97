import { createPinia } from 'pinia';
import { createApp } from 'vue';
import '../look/tokens.css';
import '../look/desk.css';
import { speak } from '../words/language';
import App from './App.vue';
import { router } from './router';

const rooms = import.meta.glob('./**/words.ts', { eager: true, import: 'default' });

createApp(App).use(createPinia()).use(speak(rooms)).use(router).mount('#app');

/** By hand: the part of the address behind # names a room. */
document.querySelector('a.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('stage')?.focus();
});

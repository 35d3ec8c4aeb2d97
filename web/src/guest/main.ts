import { createApp } from 'vue';
import '../look/tokens.css';
import './guest.css';
import { speak } from '../words/language';
import App from './App.vue';

const rooms = import.meta.glob('./**/words.ts', { eager: true, import: 'default' });

createApp(App).use(speak(rooms)).mount('#app');

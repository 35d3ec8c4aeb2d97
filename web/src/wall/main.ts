import { createApp } from 'vue';
import '../look/tokens.css';
import './wall.css';
import { speak } from '../words/language';
import Wall from './Wall.vue';

const rooms = import.meta.glob('./words.ts', { eager: true, import: 'default' });

createApp(Wall).use(speak(rooms)).mount('#wall');

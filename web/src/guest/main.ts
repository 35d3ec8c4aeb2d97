import '../look/tokens.css';
import '../earlier/style.css';
import '../earlier/public.css';
import '../earlier/public.js';

/// <reference types="vite/client" />
import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Which room of the list an address belongs to. */
    room?: string;
    /** Open without signing in. */
    open?: boolean;
  }
}

import { createRoot } from 'react-dom/client';
import { App } from './app/shell/App.tsx';
import { followStores } from './store/followStores.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
void followStores();
createRoot(root).render(<App />);

import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<main />);

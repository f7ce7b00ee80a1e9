import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import { newIntl, Texts } from '../i18n/Texts';
import { Announcer } from '../ui/Announcer/Announcer';
import { followTheme } from '../ui/theme';
import { App } from './App/App';
import { Crashed } from './Crashed/Crashed';
import { ErrorBoundary } from './ErrorBoundary';
import { SessionKeeper } from './session';

const forced = new URLSearchParams(location.search).get('locale');
const intl = newIntl(navigator.language, forced);
const keeper = new SessionKeeper();
if (forced === 'rtl') document.documentElement.dir = 'rtl';
followTheme();

// A chunk of an older build is gone: the newest page has the right ones.
window.addEventListener('vite:preloadError', () => location.reload(), { once: true });

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <Texts intl={intl}>
      <ErrorBoundary fallback={<Crashed />}>
        <Announcer>
          <App keeper={keeper} />
        </Announcer>
      </ErrorBoundary>
    </Texts>,
  );
}

import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import { Keys } from '../keys/Keys';
import { Announcer } from '../ui/Announcer/Announcer';
import { Toasts } from '../ui/Toast/Toast';
import { onSystemTheme, showLook } from '../ui/theme';
import { App } from './App/App';
import { Crashed } from './Crashed/Crashed';
import { ErrorBoundary } from './ErrorBoundary';
import { Language } from './Language';
import { followWriting } from './pace';
import { onPartLost } from './parts';
import { followPreferences, preferences } from './preferences';
import { SessionKeeper } from './session';

const asked = new URLSearchParams(location.search);
const forced = asked.get('locale');
if (asked.has('perf')) void import('../perf/perf').then(({ startPerf }) => startPerf());
const keeper = new SessionKeeper();
if (forced === 'rtl') document.documentElement.dir = 'rtl';
followWriting();
followPreferences(showLook);
onSystemTheme(() => showLook(preferences()));

window.addEventListener('vite:preloadError', ({ payload }) => void onPartLost(payload));

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <Language forced={forced}>
      <ErrorBoundary fallback={<Crashed />}>
        <Announcer>
          <Keys>
            <Toasts>
              <App keeper={keeper} />
            </Toasts>
          </Keys>
        </Announcer>
      </ErrorBoundary>
    </Language>,
  );
}

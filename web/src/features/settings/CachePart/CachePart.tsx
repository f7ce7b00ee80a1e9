import { useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { Button } from '../../../ui/Button/Button';
import styles from './CachePart.module.css';

/** What this browser keeps of the workspace, and how to be rid of it. */
export function CachePart() {
  const say = useSay();
  const { bytes } = useFormats();
  const workspace = useWorkspace();
  const [size, setSize] = useState<number>();
  const conversations = useWorkspaceState((state) => Object.keys(state.conversations).length);

  useEffect(() => {
    let current = true;
    void sizeOnDisk().then((found) => {
      if (current) setSize(found);
    });
    return () => {
      current = false;
    };
  }, []);

  const clear = async () => {
    await workspace.forgetCache();
    location.reload();
  };
  return (
    <div className={styles.cache}>
      <p>
        {size === undefined
          ? say('settings.cache.unknown', { count: conversations })
          : say('settings.cache.size', { count: conversations, size: bytes(size) })}
      </p>
      <p className={styles.note}>{say('settings.cache.note')}</p>
      <Button onClick={() => void clear()}>{say('settings.cache.clear')}</Button>
    </div>
  );
}

/** In bytes; browsers do not say on pages that are not encrypted. */
async function sizeOnDisk(): Promise<number | undefined> {
  const storage = (navigator as { storage?: StorageManager }).storage;
  return (await storage?.estimate())?.usage;
}

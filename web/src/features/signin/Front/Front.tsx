import { useEffect, type ReactNode } from 'react';
import { useSay } from '../../../i18n/Texts';
import styles from './Front.module.css';

interface FrontProps {
  title: string;
  intro?: string | undefined;
  children: ReactNode;
}

/** The frame of the pages outside of a workspace. */
export function Front({ title, intro, children }: FrontProps) {
  const say = useSay();
  useEffect(() => {
    document.title = say('title.page', { page: title });
  }, [say, title]);
  return (
    <main className={styles.page}>
      <div className={styles.panel}>
        <p className={styles.brand}>
          <img src="/favicon.svg" alt="" className={styles.mark} />
          {say('app.name')}
        </p>
        <h1 className={styles.title}>{title}</h1>
        {intro !== undefined && <p className={styles.intro}>{intro}</p>}
        {children}
      </div>
    </main>
  );
}

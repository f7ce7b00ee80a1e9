import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import type { CommandId } from '../../keys/commands';
import { tip } from '../Tooltip/tip';
import styles from './Button.module.css';

type Tone = 'plain' | 'primary' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: Tone;
}

export function Button({ tone = 'plain', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`${styles.button} ${styles[tone] ?? ''}`} />;
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The accessible name; shown as a tooltip too. */
  label: string;
  /** The command that does the same; its keys stand in the tooltip. */
  command?: CommandId;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

export function IconButton({ label, command, children, className, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      {...tip(label, command)}
      className={`${styles.icon} ${className ?? ''}`}
    >
      {children}
    </button>
  );
}

/** A button that reads as part of a sentence. */
export function TextButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...props} type="button" className={styles.text} />;
}

import { Component, type ReactNode } from 'react';

interface Props {
  /** What is drawn: another one is tried anew. */
  of?: unknown;
  fallback: ReactNode;
  children: ReactNode;
}

interface State {
  of: unknown;
  broken: boolean;
}

/** Shows something else in place of what cannot be drawn. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { of: this.props.of, broken: false };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { of, broken: false };
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}

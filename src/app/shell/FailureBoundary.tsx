import { Component, type ReactNode } from 'react';
import classes from './Sentence.module.css';

interface Props {
  /** What failed: "The surface". */
  readonly what: string;
  readonly children: ReactNode;
}

/** Keeps a view that fails from taking the page with it, and offers to try again. */
export class FailureBoundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state as { readonly error: unknown };
    if (error === null) return this.props.children;
    const why = error instanceof Error ? error.message : String(error);
    return (
      <div role="alert" className={classes.failure}>
        <p>
          {this.props.what} failed: {why}
        </p>
        <button type="button" onClick={() => this.setState({ error: null })}>
          Try again
        </button>
      </div>
    );
  }
}

import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { claimsStore } from '../../store/claims.ts';
import { InspectorPanel } from '../panels/InspectorPanel.tsx';
import { useInspection } from '../useInspection.ts';
import classes from './RightPanel.module.css';

const ClaimsPanel = lazy(() => import('../panels/ClaimsPanel.tsx'));

const VIEWS = [
  { value: 'inspector', label: 'Inspector' },
  { value: 'claims', label: 'Claims' },
];

/** What is true at the pointer or the selected point, or what theorems say about the landscape. */
export function RightPanel() {
  const claims = useStore(claimsStore, (state) => state.shown);
  return (
    <>
      <div className={classes.views}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="What this panel shows"
          data={VIEWS}
          value={claims ? 'claims' : 'inspector'}
          onChange={(view) => claimsStore.setState({ shown: view === 'claims' })}
        />
      </div>
      {claims ? (
        <Suspense fallback={<p className={classes.waiting}>Loading …</p>}>
          <ClaimsPanel />
        </Suspense>
      ) : (
        <Inspector />
      )}
    </>
  );
}

function Inspector() {
  return <InspectorPanel inspected={useInspection()} />;
}

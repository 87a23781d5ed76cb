import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { landscapeById } from '../../../core/landscapes/registry.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { openLab, scenarioStore } from '../../../store/scenarioStore.ts';
import { estimateConstants, largestStableStep } from '../../methodActions.ts';
import { Formula } from '../../panels/LandscapePanel.tsx';
import { MethodsPanel } from '../../panels/MethodsPanel.tsx';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import { ComparedRuns } from './ComparedRuns.tsx';
import { ComparedStarts } from './ComparedStarts.tsx';

/** The left panel of the comparison: on which landscape, from where, by which methods, and when a run has arrived. */
export default function ComparisonControls() {
  return (
    <>
      <ComparedLandscape />
      <ComparedStarts />
      <MethodsPanel onLargestStableStep={largestStableStep} onEstimateConstants={estimateConstants} />
      <ComparedRuns />
    </>
  );
}

function ComparedLandscape() {
  const choice = useStore(scenarioStore, (state) => state.scenario.landscape);
  const tex = useStore(resultsStore, (state) => state.landscape?.compiled.tex ?? null);
  const name = landscapeById(choice.id)?.name ?? choice.id;
  return (
    <Section title="Landscape" summary={name}>
      <p className={panels.about}>{name}, as the Descent lab shows it.</p>
      <Formula tex={tex} />
      <Button size="compact-sm" variant="default" onClick={() => openLab('descent')}>
        Change it in the Descent lab
      </Button>
    </Section>
  );
}

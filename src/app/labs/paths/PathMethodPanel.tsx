import { useId } from 'react';
import { useStore } from 'zustand';
import type { Params } from '../../../core/params.ts';
import { pathMethodById, pathMethods } from '../../../core/paths/registry.ts';
import { setPathMethod, setPathParams } from '../../../store/pathsEdits.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { editPaths, scenarioStore } from '../../../store/scenarioStore.ts';
import shared from '../../controls/controls.module.css';
import { ParamList } from '../../controls/ParamList.tsx';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import classes from './EndsPanel.module.css';
import { pathsHandlers } from './pathsHandlers.ts';

const handlers = pathsHandlers(setPathParams);
const noParams: Params = {};

/** Which method looks for the path, and its parameters. */
export function PathMethodPanel() {
  const id = useId();
  const choice = useStore(scenarioStore, (state) => state.paths.method);
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const method = pathMethodById(choice?.id ?? 'dynamic-string-sampling');
  if (!method) return null;
  // Beads of a hyperplane begin at the midpoint.
  const { insertAt: _, ...others } = method.params;
  const specs = choice?.params?.variant === 'hyperplane' ? others : method.params;
  return (
    <Section title="Method" summary={method.name}>
      <label htmlFor={id} className={classes.label}>
        Method
      </label>
      <select
        id={id}
        className={`${shared.select} ${classes.select}`}
        value={method.id}
        onChange={(event) => editPaths(setPathMethod(event.currentTarget.value))}
      >
        {pathMethods.map((each) => (
          <option key={each.id} value={each.id} disabled={each.dimension !== null && each.dimension !== dimension}>
            {each.name}
          </option>
        ))}
      </select>
      <p className={panels.about}>
        {method.description} {method.reference}.
      </p>
      <ParamList specs={specs} given={choice?.params ?? noParams} dimension={dimension} handlers={handlers} />
    </Section>
  );
}

import { useStore } from 'zustand';
import type { Params } from '../../../core/params.ts';
import { pathMethodById, pathMethods } from '../../../core/paths/registry.ts';
import { setPathMethod, setPathParams } from '../../../store/pathsEdits.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { editPaths, scenarioStore } from '../../../store/scenarioStore.ts';
import { ParamList } from '../../controls/ParamList.tsx';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import { MethodSelect } from './MethodSelect.tsx';
import { pathsHandlers } from './pathsHandlers.ts';

const handlers = pathsHandlers(setPathParams);
const noParams: Params = {};

/** Which method looks for the path, and its parameters. */
export function PathMethodPanel() {
  const choice = useStore(scenarioStore, (state) => state.paths.method);
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const method = pathMethodById(choice?.id ?? 'dynamic-string-sampling');
  if (!method) return null;
  const offered = pathMethods.map((each) => ({
    id: each.id,
    name: each.name,
    disabled: each.dimension !== null && each.dimension !== dimension,
  }));
  return (
    <Section title="Method" summary={method.name}>
      <MethodSelect
        label="Method"
        value={method.id}
        methods={offered}
        onChoose={(id) => editPaths(setPathMethod(id))}
      />
      <p className={panels.about}>
        {method.description} {method.reference}.
      </p>
      <ParamList specs={method.params} given={choice?.params ?? noParams} dimension={dimension} handlers={handlers} />
    </Section>
  );
}

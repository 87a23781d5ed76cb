import { Button } from '@mantine/core';
import { LayoutGrid, Pencil } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { texOfName } from '../../core/formula/tex.ts';
import type { FormulaSource, Landscape } from '../../core/landscapes/Landscape.ts';
import { landscapeById } from '../../core/landscapes/registry.ts';
import type { Params } from '../../core/params.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import { setLandscapeParams } from '../../store/edits.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { editHandlers } from '../controls/handlers.ts';
import { ParamList } from '../controls/ParamList.tsx';
import { Typeset } from '../typeset/Typeset.tsx';
import { FormulaEditor } from './FormulaEditor.tsx';
import classes from './LandscapePanel.module.css';
import { Section } from './Section.tsx';

export interface LandscapePanelProps {
  /** TeX of the formula on screen, without "f(x, y) ="; null while there is none. */
  readonly tex: string | null;
  /** What is remarkable about its smoothness: "piecewise", "not smooth (abs, min)"; empty for a smooth one. */
  readonly badges: readonly string[];
  /**
   * Tries the parameters of a typed formula: in force if they are right (by `editInGesture`), else the results'
   * problems, and the last good landscape stays.
   */
  readonly onSource: (params: Params) => void;
  /** Turns a named landscape into a typed formula, with the same starts. */
  readonly onEditAsFormula?: (source: FormulaSource) => void;
  readonly onOpenGallery: () => void;
}

const handlers = editHandlers(setLandscapeParams);

const noParams: Params = {};

/** Which landscape is shown, and everything that can be set about it. */
export function LandscapePanel({ tex, badges, onSource, onEditAsFormula, onOpenGallery }: LandscapePanelProps) {
  const choice = useStore(scenarioStore, (state) => state.scenario.landscape);
  const { edit, place } = useFocusOnFormula(onEditAsFormula);
  const landscape = landscapeById(choice.id);
  if (!landscape) return null;
  const given = choice.params ?? noParams;
  const typed = Object.values(landscape.params).some((spec) => spec.kind === 'expression');
  return (
    <Section title="Landscape" summary={landscape.name} actions={<GalleryButton onOpenGallery={onOpenGallery} />}>
      <div className={classes.title}>
        <h3 className={classes.name}>{landscape.name}</h3>
        {!typed && <Badges badges={badges} />}
      </div>
      <p className={classes.description}>{landscape.description}</p>
      {typed ? (
        <div ref={place}>
          <TypedLandscape {...{ landscape, given, tex, badges, onSource }} />
        </div>
      ) : (
        <NamedLandscape {...{ landscape, given, tex, onEditAsFormula: edit }} />
      )}
    </Section>
  );
}

/** The button that asks for the formula vanishes with the answer: the keyboard goes on to what it asked for. */
function useFocusOnFormula(onEditAsFormula: LandscapePanelProps['onEditAsFormula']) {
  const asked = useRef(false);
  const edit = (source: FormulaSource) => {
    asked.current = true;
    onEditAsFormula?.(source);
  };
  const place = useCallback((panel: HTMLElement | null) => {
    if (panel && asked.current) panel.querySelector('textarea')?.focus();
    asked.current = false;
  }, []);
  return { edit: onEditAsFormula && edit, place };
}

function GalleryButton({ onOpenGallery }: Pick<LandscapePanelProps, 'onOpenGallery'>) {
  return (
    <Button
      className={classes.gallery}
      size="compact-sm"
      variant="default"
      leftSection={<LayoutGrid size="1.1em" aria-hidden="true" />}
      onClick={onOpenGallery}
    >
      Gallery
    </Button>
  );
}

function Badges({ badges }: Pick<LandscapePanelProps, 'badges'>) {
  return badges.map((badge) => (
    <span key={badge} className={classes.badge}>
      {badge}
    </span>
  ));
}

interface LandscapeProps extends Pick<LandscapePanelProps, 'tex'> {
  readonly landscape: Landscape;
  readonly given: Params;
}

interface NamedLandscapeProps extends LandscapeProps {
  readonly onEditAsFormula: LandscapePanelProps['onEditAsFormula'] | undefined;
}

function NamedLandscape({ landscape, given, tex, onEditAsFormula }: NamedLandscapeProps) {
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const params = () => resolveParams(landscape.params, given, { dimension });
  return (
    <>
      <Formula tex={tex} />
      <ParamList specs={landscape.params} given={given} dimension={dimension} handlers={handlers} />
      <p className={classes.reference}>{landscape.reference}</p>
      {onEditAsFormula && !landscape.code && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Pencil size="1.1em" aria-hidden="true" />}
          onClick={() => onEditAsFormula(landscape.source(params()))}
        >
          Edit as a formula
        </Button>
      )}
    </>
  );
}

function TypedLandscape({
  landscape,
  given,
  tex,
  badges,
  onSource,
}: LandscapeProps & Pick<LandscapePanelProps, 'badges' | 'onSource'>) {
  const problems = useStore(resultsStore, (state) => state.problems);
  const params = useMemo(() => {
    const dimension = (given.variables as readonly string[] | undefined)?.length ?? 2;
    return resolveParams(landscape.params, given, { dimension });
  }, [landscape, given]);
  return (
    <FormulaEditor
      specs={landscape.params}
      params={params}
      problems={problems}
      onSource={onSource}
      handlers={handlers}
      typeset={<Formula tex={tex} />}
      verdict={
        <span className={classes.verdict}>
          {badges.length > 0 ? <Badges badges={badges} /> : 'Derivatives are exact wherever f is finite and smooth.'}
        </span>
      }
    />
  );
}

/** More variables than this are written as one x. */
const NAMED_VARIABLES = 4;

/** Characters of TeX; more would keep the page busy for longer than a blink, and nobody reads that. */
const MOST_TEX = 12_000;

/** The formula on screen as "f(x, y) = …", typeset. */
export function Formula({ tex }: Pick<LandscapePanelProps, 'tex'>) {
  const variables = useStore(resultsStore, (state) => state.landscape?.variables);
  if (!tex || !variables) return null;
  if (tex.length > MOST_TEX) {
    return <p className={classes.formula}>Its formula is too long to be typeset; edit it to read it as text.</p>;
  }
  const names = variables.length <= NAMED_VARIABLES ? variables.map(texOfName).join(', ') : '\\mathbf{x}';
  return (
    <div className={classes.formula}>
      <Typeset tex={`f(${names}) = ${tex}`} display plain="" />
    </div>
  );
}

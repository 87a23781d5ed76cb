import { useEffect, useState } from 'react';
import { presets } from '../scenario/presets.ts';
import type { Scenario } from '../scenario/types.ts';
import { readPreset } from '../store/presets.ts';

/** Kept for the life of the page. */
const known = new Map<string, Scenario>();

/** The presets by file, read when they are first wanted; one that cannot be read is left out, and says so when opened. */
export function useScenes(): ReadonlyMap<string, Scenario> {
  const [scenes, setScenes] = useState<ReadonlyMap<string, Scenario>>(() => new Map(known));
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      for (const { file } of presets) {
        if (!wanted) return;
        const scenario = known.get(file) ?? (await readPreset(file).catch(() => null));
        if (scenario) known.set(file, scenario);
      }
      setScenes(new Map(known));
    };
    if (known.size < presets.length) void read();
    return () => {
      wanted = false;
    };
  }, []);
  return scenes;
}

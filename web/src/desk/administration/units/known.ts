import { shallowRef } from 'vue';
import type { Problem } from '../../../api/problem';
import { useSession } from '../../../session/session';
import { useDirectory } from '../../directory';
import type { Unit } from './tree';

/** The units as they will be: of their draft where there is one, else those in force. For editors of what refers to units. */
export function useUnits() {
  const { api } = useSession();
  const directory = useDirectory();
  const units = shallowRef<Unit[]>([]);

  async function load(): Promise<void> {
    await directory.loadUnits();
    units.value = directory.units as unknown as Unit[];
    try {
      units.value = (await api.get<{ content: { items: Unit[] } }>('/api/v1/reference/unit/draft')).content.items;
    } catch (said) {
      if ((said as Problem).code !== 'no-draft') throw said;
    }
  }

  return { units, load };
}

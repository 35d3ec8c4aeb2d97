import { ref } from 'vue';
import { useDirectory, type StaffItem } from '../directory';

/** Names of members of staff; the id where it is not known. */
export function usePeople() {
  const names = ref(new Map<string, string>());
  useDirectory().staff().then((staff: StaffItem[]) => {
    names.value = new Map(staff.map((one) => [one.id, one.name]));
  }, () => {});
  return { name: (id: string | null | undefined) => (id ? (names.value.get(id) ?? id) : '') };
}

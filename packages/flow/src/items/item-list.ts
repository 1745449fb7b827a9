import { keepItems, type WorkItems } from '../metrics/work-items.ts';

/** Items of one or several projects, as a list in a file has them. */
export type ItemList = WorkItems & {
  /** In the order they are first met; one unnamed where the list tells of none. */
  readonly projects: readonly string[];
  /** Of each item, which of them. */
  readonly project: Int32Array;
};

/** The done times of each project, by name, unsorted; projects with nothing done have none. */
export function doneTimesByProject({
  projects,
  project,
  done,
}: ItemList): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>(projects.map((name) => [name, []]));
  const lists = projects.map((name) => times.get(name));
  done.forEach((time, at) => {
    if (!Number.isNaN(time)) lists[project[at] as number]?.push(time);
  });
  return times;
}

/** Items without projects, as a list of one unnamed project. */
export function makeItemList(items: WorkItems): ItemList {
  return { ...items, projects: [''], project: new Int32Array(items.ids.length) };
}

/** Those for which `isKept` says so, by index; all projects stay. */
export function keepListed(list: ItemList, isKept: (at: number) => boolean): ItemList {
  const project = list.project.filter((_, at) => isKept(at));
  return { ...keepItems(list, isKept), projects: list.projects, project };
}

import { usePathPart } from '../router/router-context.ts';
import { EditionScreen } from '../screens/roadmap-edition.tsx';
import { RoadmapScreen } from '../screens/roadmap-screen.tsx';
import { RoadmapsScreen } from '../screens/roadmap-list.tsx';

export function RoadmapsRoute() {
  return <RoadmapsScreen />;
}

export function RoadmapRoute() {
  return <RoadmapScreen id={usePathPart('roadmap')} />;
}

export function EditionRoute() {
  return <EditionScreen roadmap={usePathPart('roadmap')} id={usePathPart('edition')} />;
}

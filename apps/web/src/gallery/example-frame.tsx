import { ChartScatter, Columns3, LayoutList, Table2 } from 'lucide-react';
import type { FrameData, FramePage } from '../frame/frame-data.ts';
import { sectionNames } from '../frame/frame-data.ts';
import { examplePeople } from './example-lookups.ts';

const views = (space: string) => [
  { id: 'all', name: 'All ideas', href: `?page=list&space=${space}`, icon: <Table2 size={14} /> },
  {
    id: 'board',
    name: 'Now / Next / Later',
    href: `?page=board&space=${space}`,
    icon: <Columns3 size={14} />,
  },
  {
    id: 'matrix',
    name: 'Impact against effort',
    href: `?page=matrix&space=${space}`,
    icon: <ChartScatter size={14} />,
  },
  {
    id: 'asks',
    name: 'Asked by enterprise customers',
    href: `?page=asks&space=${space}`,
    icon: <LayoutList size={14} />,
  },
];

const person = { id: 'person_0', name: 'Ines Carvalho', email: 'ines@harbor.example' };

export const exampleFrame: FrameData = {
  workspaceName: 'Harbor Finance',
  person,
  sections: sectionNames.map((name) => ({
    name,
    href: `?page=${name}`,
    unread: name === 'feedback' ? 1284 : 0,
  })),
  favourites: [{ id: 'fav', name: 'Board meeting, Q3', href: '?page=fav' }],
  roadmaps: [],
  spaces: [
    { id: 'pay', key: 'PAY', name: 'Payments', color: 'pink', href: '?page=list', views: views('pay') },
    { id: 'onb', key: 'ONB', name: 'Onboarding', color: 'teal', href: '?page=onb', views: views('onb') },
    {
      id: 'plt',
      key: 'PLT',
      name: 'Platform and developer experience',
      color: 'amber',
      href: '?page=plt',
      views: views('plt'),
    },
  ],
};

export function examplePage(viewId: string, name: string): FramePage {
  return {
    breadcrumb: [
      { id: 'pay', name: 'Payments', href: '?page=list' },
      { id: viewId, name, href: `?page=${viewId}` },
    ],
    views: views('pay'),
    currentViewId: viewId,
    present: examplePeople.slice(1, 5).map((someone) => ({ ...someone, email: '' })),
  };
}
